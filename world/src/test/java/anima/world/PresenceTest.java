package anima.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PresenceTest {
  private final Trial trial = new Trial();
  private final EntityId ann = trial.visitor;

  @Test
  void a_visitor_who_comes_back_is_where_it_left_with_all_it_owned() {
    EntityId mira = trial.inhabitant("mira");
    trial.bring(ann, trial.at(mira).plus(new Vec3(1, 0, 0)));
    trial.step(new Action.Give(mira, ann, new GoodsId("rope"), 1));
    Vec3 left = trial.at(ann);
    trial.step(new Action.Depart(ann));
    assertThat(trial.world.view(ann)).isEmpty();
    trial.refuses(
        new Action.Say(ann, "I am gone", Loudness.NORMAL, Optional.empty()), Refusal.NOT_THERE);
    trial.steps(10);
    trial.step(new Action.Arrive(ann, Label.same("Ann"), Trial.LOOKS));
    assertThat(trial.at(ann)).isEqualTo(left);
    assertThat(trial.world.holdings(ann).orElseThrow().counts())
        .containsEntry(new GoodsId("rope"), 1);
  }

  @Test
  void nobody_arrives_twice_and_no_inhabitant_departs() {
    trial.refuses(new Action.Arrive(ann, Label.same("Eve"), Trial.LOOKS), Refusal.NOT_YOURS);
    trial.refuses(new Action.Depart(trial.inhabitant("bo")), Refusal.NOT_YOURS);
  }

  @Test
  void visitors_do_not_stand_in_one_another() {
    List<EntityId> many =
        IntStream.range(0, 7).mapToObj(i -> new EntityId(ann.value() + 1 + i)).toList();
    for (EntityId id : many) {
      trial.step(new Action.Arrive(id, Label.same("Guest " + id.value()), Trial.LOOKS));
    }
    for (EntityId a : many) {
      for (EntityId b : many) {
        if (!a.equals(b)) {
          assertThat(trial.at(a).groundDistanceTo(trial.at(b))).isGreaterThan(0.8);
        }
      }
    }
    assertThat(trial.world.freeId().value()).isEqualTo(ann.value() + 8);
  }

  @Test
  void three_inhabitants_stand_near_the_arrival_and_look_at_who_comes() {
    Vec3 arrival = trial.landmark("square").plus(trial.world.place().arrival());
    assertThat(
            trial.world.views().stream()
                .filter(view -> view.trade().isPresent())
                .filter(view -> view.body().position().groundDistanceTo(arrival) < 14))
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void words_that_are_empty_too_long_or_invisible_are_refused() {
    for (String text :
        List.of(" ", "a".repeat(501), "a\u0007b", "a\nb", "\u202Eabc", "\uD800", "a\u2028b")) {
      trial.refuses(new Action.Say(ann, text, Loudness.NORMAL, Optional.empty()), Refusal.BAD_TEXT);
    }
    trial.step(new Action.Say(ann, "你好！👩‍🌾", Loudness.NORMAL, Optional.empty()));
    assertThat(trial.last(WorldEvent.Said.class).orElseThrow().text()).isEqualTo("你好！👩‍🌾");
  }

  @Test
  void too_many_actions_at_once_are_refused() {
    Action[] actions =
        IntStream.range(0, Limits.ACTIONS_PER_TICK_MAX + 2)
            .mapToObj(i -> new Action.Emote(ann, Gesture.WAVE))
            .toArray(Action[]::new);
    trial.step(actions);
    assertThat(trial.all(WorldEvent.Emoted.class)).hasSize(Limits.ACTIONS_PER_TICK_MAX);
    assertThat(trial.all(WorldEvent.Refused.class))
        .extracting(WorldEvent.Refused::reason)
        .containsExactly(Refusal.TOO_MANY, Refusal.TOO_MANY);
  }

  @Test
  void the_sky_is_told_once_a_minute_of_the_place() {
    trial.steps(400);
    assertThat(trial.all(WorldEvent.SkyChanged.class)).hasSize(10);
    assertThat(trial.world.hour()).isBetween(9.5, 9.7);
  }
}
