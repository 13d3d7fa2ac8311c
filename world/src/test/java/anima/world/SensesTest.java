package anima.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SensesTest {
  private final Trial trial = new Trial();
  private final EntityId ann = trial.visitor;
  private final Senses senses = new Senses(ann);

  private List<WorldEvent> perceive(Action... actions) {
    return senses.perceive(trial.world, trial.step(actions));
  }

  @Test
  void a_scene_equals_the_truth_within_sight_whatever_happens() {
    World world = World.begin(Trial.GROUND, 9);
    RandomDeeds deeds = new RandomDeeds(world, 31);
    List<Scene> scenes = new ArrayList<>();
    List<Senses> bodies = new ArrayList<>();
    for (long id = 1; id < 14; id++) {
      scenes.add(new Scene(new EntityId(id)));
      bodies.add(new Senses(new EntityId(id)));
    }
    for (int i = 0; i < 1500; i++) {
      List<WorldEvent> events = world.step(deeds.next());
      for (int k = 0; k < scenes.size(); k++) {
        scenes.get(k).apply(bodies.get(k).perceive(world, events));
        equalsTruth(scenes.get(k), world);
      }
    }
  }

  private static void equalsTruth(Scene scene, World world) {
    Optional<EntityView> self = world.view(scene.self());
    if (self.isEmpty()) {
      assertThat(scene.others()).isEmpty();
      return;
    }
    assertThat(scene.selfView()).isEqualTo(self);
    assertThat(scene.coins()).isEqualTo(world.holdings(scene.self()).orElseThrow().coins());
    assertThat(scene.holdings()).isEqualTo(world.holdings(scene.self()).orElseThrow().counts());
    assertThat(scene.weather()).isEqualTo(world.weather());
    assertThat(scene.offers())
        .isEqualTo(
            world.offers().stream()
                .filter(o -> o.seller().equals(scene.self()) || o.buyer().equals(scene.self()))
                .toList());
    for (EntityView other : world.views()) {
      double distance = other.body().position().groundDistanceTo(self.get().body().position());
      if (distance <= Senses.SIGHT_METERS) {
        assertThat(scene.view(other.id())).contains(other);
      } else if (distance > Senses.SIGHT_LOST_METERS) {
        assertThat(scene.view(other.id())).isEmpty();
      }
    }
    assertThat(scene.all()).allSatisfy(view -> assertThat(world.view(view.id())).contains(view));
  }

  @Test
  void words_are_heard_within_earshot_alone() {
    perceive();
    EntityId mira = trial.inhabitant("mira");
    EntityId ines = trial.inhabitant("ines");
    trial.bring(ann, trial.at(mira).plus(new Vec3(1, 0, 0)));
    assertThat(trial.at(ines).distanceTo(trial.at(ann))).isGreaterThan(15);
    assertThat(heard(mira, Loudness.WHISPER)).isTrue();
    assertThat(heard(ines, Loudness.NORMAL)).isFalse();
    assertThat(heard(ines, Loudness.SHOUT)).isTrue();
    assertThat(heard(trial.inhabitant("greta"), Loudness.SHOUT)).isFalse();
    assertThat(heard(ann, Loudness.WHISPER)).isTrue();
  }

  private boolean heard(EntityId speaker, Loudness loudness) {
    return perceive(new Action.Say(speaker, "Hello", loudness, Optional.empty())).stream()
        .anyMatch(WorldEvent.Said.class::isInstance);
  }

  @Test
  void nobody_is_told_what_another_owns_or_is_refused() {
    EntityId mira = trial.inhabitant("mira");
    perceive();
    List<WorldEvent> events = perceive(new Action.Take(mira, ann), new Action.Take(ann, mira));
    assertThat(events)
        .filteredOn(WorldEvent.Refused.class::isInstance)
        .extracting("actor")
        .containsExactly(ann);
  }

  @Test
  void a_bell_is_heard_all_over_the_place() {
    EntityId bo = trial.inhabitant("bo");
    trial.bring(bo, trial.landmark("bell"));
    Senses far = new Senses(trial.inhabitant("greta"));
    far.perceive(trial.world, trial.step());
    assertThat(far.perceive(trial.world, trial.step(new Action.Use(bo, "bell"))))
        .contains(new WorldEvent.Used(trial.world.tick(), bo, "bell"));
  }

  @Test
  void the_first_perception_tells_all_that_is_there_already() {
    Scene scene = new Scene(ann);
    trial.steps(5);
    scene.apply(perceive());
    assertThat(scene.selfView()).isPresent();
    assertThat(scene.coins()).isEqualTo(Limits.ARRIVAL_COINS);
    assertThat(scene.hour()).isEqualTo(trial.world.hour());
    assertThat(scene.others()).hasSizeGreaterThan(3);
    trial.step(new Action.Depart(ann));
    senses
        .perceive(trial.world, trial.step())
        .forEach(e -> assertThat(e).isInstanceOf(WorldEvent.Vanished.class));
  }
}
