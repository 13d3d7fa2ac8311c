package anima.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class WalkingTest {
  private final Trial trial = new Trial();
  private final EntityId ann = trial.visitor;
  private final EntityId mira = trial.inhabitant("mira");

  @Test
  void a_steered_body_moves_at_its_speed_until_it_is_stopped() {
    Vec3 start = trial.at(ann);
    trial.step(new Action.Walk(ann, new Vec3(0, 0, 2), 0.5));
    trial.steps(19);
    assertThat(trial.at(ann).groundDistanceTo(start)).isCloseTo(2, within(1e-3));
    assertThat(trial.view(ann).body().yawRadians()).isEqualTo(0.5);
    trial.step(new Action.Walk(ann, Vec3.ZERO, 0.7));
    Vec3 stop = trial.at(ann);
    trial.steps(20);
    assertThat(trial.at(ann)).isEqualTo(stop);
    assertThat(trial.view(ann).body().velocity()).isEqualTo(Vec3.ZERO);
    assertThat(trial.view(ann).body().yawRadians()).isEqualTo(0.7);
  }

  @Test
  void nobody_runs_faster_than_a_body_can() {
    trial.refuses(new Action.Walk(ann, new Vec3(5, 0, 5), 0), Refusal.TOO_FAST);
    trial.refuses(new Action.Walk(ann, new Vec3(1e300, 0, 0), 0), Refusal.BAD_NUMBER);
    trial.refuses(new Action.Walk(ann, Vec3.ZERO, Double.NaN), Refusal.BAD_NUMBER);
  }

  @Test
  void a_body_stays_on_dry_ground_however_it_is_steered() {
    trial.step(new Action.Walk(ann, new Vec3(-1.5, 0, 5.5), 0));
    trial.steps(20 * 60);
    Vec3 at = trial.at(ann);
    assertThat(Trial.GROUND.terrain().waterMeters(at.x(), at.z())).isLessThan(0.6);
    assertThat(at.y()).isEqualTo(Trial.GROUND.terrain().floorMeters(at.x(), at.z()));
  }

  @Test
  void someone_who_goes_arrives_and_stands() {
    Vec3 harbour = trial.landmark("harbour");
    trial.bring(ann, harbour);
    assertThat(trial.at(ann).groundDistanceTo(harbour)).isLessThan(0.1);
    assertThat(trial.last(WorldEvent.Arrived.class).orElseThrow().actor()).isEqualTo(ann);
  }

  @Test
  void there_is_no_way_into_the_sea() {
    trial.refuses(new Action.Go(ann, new Vec3(-40, 0, 110)), Refusal.NO_WAY);
    trial.refuses(new Action.Go(ann, new Vec3(1e9, 0, 0)), Refusal.BAD_NUMBER);
  }

  @Test
  void a_follower_keeps_close_and_stops_two_metres_behind() {
    trial.step(new Action.Follow(mira, ann), new Action.Go(ann, trial.landmark("forge")));
    for (int i = 0; i < 1000; i++) {
      trial.step();
      assertThat(trial.at(mira).groundDistanceTo(trial.at(ann))).isLessThan(9);
    }
    assertThat(trial.at(mira).groundDistanceTo(trial.at(ann))).isBetween(1.9, 2.9);
    assertThat(trial.view(mira).body().velocity()).isEqualTo(Vec3.ZERO);
    trial.step(new Action.Wait(mira));
    assertThat(trial.view(mira).activity().kind()).isEqualTo(Activity.Kind.WAITING);
    trial.bring(ann, trial.landmark("square"));
    assertThat(trial.at(mira).groundDistanceTo(trial.at(ann))).isGreaterThan(5);
  }

  @Test
  void a_follower_stops_when_the_other_leaves_the_world() {
    trial.step(new Action.Follow(mira, ann));
    trial.step(new Action.Depart(ann));
    assertThat(trial.view(mira).activity()).isEqualTo(Activity.IDLE);
  }

  @Test
  void a_leader_waits_for_who_falls_behind_and_arrives_together() {
    Vec3 harbour = trial.landmark("harbour");
    trial.step(new Action.Lead(mira, ann, harbour));
    trial.steps(20 * 30);
    assertThat(trial.at(mira).groundDistanceTo(trial.at(ann))).isBetween(5.0, 7.0);
    assertThat(trial.view(mira).activity().kind()).isEqualTo(Activity.Kind.LEADING);
    trial.step(new Action.Follow(ann, mira));
    trial.steps(20 * 60);
    assertThat(trial.at(mira).groundDistanceTo(harbour)).isLessThan(0.1);
    assertThat(trial.at(ann).groundDistanceTo(harbour)).isLessThan(3);
    assertThat(trial.all(WorldEvent.Arrived.class)).extracting("actor").contains(mira);
  }

  @Test
  void nobody_follows_oneself_or_the_absent() {
    trial.refuses(new Action.Follow(ann, ann), Refusal.NOT_THERE);
    trial.refuses(new Action.Follow(ann, new EntityId(999)), Refusal.NOT_THERE);
    trial.refuses(new Action.Lead(ann, new EntityId(999), Vec3.ZERO), Refusal.NOT_THERE);
    trial.refuses(new Action.Follow(ann, trial.inhabitant("wendel")), Refusal.TOO_FAR);
  }

  @Test
  void who_sits_on_a_bench_gets_up_by_walking() {
    Vec3 bench = new Vec3(5, 0, 11);
    trial.refuses(new Action.Use(ann, "bench_square_1"), Refusal.TOO_FAR);
    trial.bring(ann, bench);
    trial.step(new Action.Use(ann, "bench_square_1"));
    assertThat(trial.view(ann).activity().kind()).isEqualTo(Activity.Kind.SITTING);
    assertThat(trial.at(ann).groundDistanceTo(bench)).isZero();
    trial.step(new Action.Walk(ann, Vec3.ZERO, 2));
    assertThat(trial.view(ann).activity().kind()).isEqualTo(Activity.Kind.SITTING);
    trial.step(new Action.Walk(ann, new Vec3(0, 0, -2), 2));
    trial.steps(40);
    assertThat(trial.at(ann).groundDistanceTo(bench)).isGreaterThan(1);
    trial.refuses(new Action.Use(ann, "lamp_1"), Refusal.NOT_USABLE);
    trial.refuses(new Action.Use(ann, "no such thing"), Refusal.NOT_USABLE);
  }

  @Test
  void a_speaker_turns_to_whom_it_speaks_to() {
    trial.step(new Action.Say(mira, "Good morning!", Loudness.NORMAL, Optional.of(ann)));
    assertThat(trial.view(mira).body().yawRadians()).isEqualTo(trial.at(mira).yawTo(trial.at(ann)));
  }
}
