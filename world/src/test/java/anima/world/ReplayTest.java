package anima.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.world.json.JsonFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final int STEPS = 10_000;
  private static final int HASH_EVERY = 100;

  @Test
  void a_recorded_log_replays_exactly_from_the_start_and_from_a_snapshot() throws JsonFault {
    World world = World.begin(Trial.GROUND, 5);
    RandomDeeds deeds = new RandomDeeds(world, 11);
    List<List<String>> log = new ArrayList<>();
    List<Integer> told = new ArrayList<>();
    List<Long> hashes = new ArrayList<>();
    Set<Class<?>> kinds = new HashSet<>();
    String snapshot = "";
    for (int i = 0; i < STEPS; i++) {
      if (i == STEPS / 2) {
        snapshot = world.snapshot().toJson();
      }
      List<Action> actions = deeds.next();
      log.add(actions.stream().map(ActionJson::write).toList());
      List<WorldEvent> events = world.step(actions);
      events.forEach(event -> kinds.add(event.getClass()));
      told.add(events.hashCode());
      if (i % HASH_EVERY == 0) {
        hashes.add(world.stateHash());
      }
    }
    assertThat(kinds).containsExactlyInAnyOrder(WorldEvent.class.getPermittedSubclasses());
    replay(World.begin(Trial.GROUND, 5), 0, log, told, hashes);
    WorldSnapshot middle = WorldSnapshot.fromJson("middle", snapshot);
    assertThat(middle.toJson()).isEqualTo(snapshot);
    replay(World.restore(Trial.GROUND, middle), STEPS / 2, log, told, hashes);
  }

  private static void replay(
      World world, int from, List<List<String>> log, List<Integer> told, List<Long> hashes)
      throws JsonFault {
    for (int i = from; i < STEPS; i++) {
      List<Action> actions = new ArrayList<>();
      for (String line : log.get(i)) {
        actions.add(ActionJson.read("log", line));
      }
      List<WorldEvent> events = world.step(actions);
      assertThat(events.hashCode()).as("events of step " + i).isEqualTo(told.get(i));
      if (i % HASH_EVERY == 0) {
        assertThat(world.stateHash())
            .as("state of step " + i)
            .isEqualTo(hashes.get(i / HASH_EVERY));
      }
    }
  }

  @Test
  void a_snapshot_that_is_newer_of_another_place_or_unsound_is_refused() throws JsonFault {
    String good = new Trial().world.snapshot().toJson();
    check(
        good, "\"version\":1", "\"version\":2", "version: expected a whole number 1 to 1, found 2");
    check(good, "\"place\":\"haven\"", "\"place\":\"moor\"", "expected \"haven\", found \"moor\"");
    check(good, "\"id\":2,", "\"id\":1,", "beings[1].id: expected an id below nextId");
    check(good, "\"kind\":\"idle\"", "\"kind\":\"going\"", "expected a Route, found none");
    check(good, "\"coins\":120", "\"coins\":-1", "a purse holds -1 coins");
    check(good, "\"coins\":120", "\"coins\":1e400", "expected a whole number");
    check(good, "\"type\":\"Purse\"", "\"type\":\"Purs\"", "(perhaps \"Purse\")");
  }

  private static void check(String good, String from, String to, String sentence) {
    assertThat(good).contains(from);
    assertThatThrownBy(
            () ->
                World.restore(
                    Trial.GROUND, WorldSnapshot.fromJson("snapshot", good.replaceFirst(from, to))))
        .isInstanceOf(JsonFault.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void an_action_that_is_unknown_or_unsound_is_refused() {
    refuse("{\"type\":\"Fly\",\"actor\":1}", "log: type: expected one of Say, Walk");
    refuse("{\"type\":\"Wait\",\"actor\":0}", "log: actor: entity id 0 is not positive");
    refuse("{\"type\":\"Wait\",\"actor\":1.5}", "log: actor: expected a whole number, found 1.5");
    refuse("{\"type\":\"Wait\",\"actor\":1,\"x\":1}", "log: x: there is no such field");
    refuse(
        "{\"type\":\"Go\",\"actor\":1,\"goal\":{\"x\":NaN,\"y\":0,\"z\":0}}",
        "expected well-formed JSON");
    refuse("{\"type\":\"Wait\"", "log: ");
    refuse(" ".repeat(5000), "log: expected at most 4000 characters, found 5000");
  }

  private static void refuse(String text, String sentence) {
    assertThatThrownBy(() -> ActionJson.read("log", text))
        .isInstanceOf(JsonFault.class)
        .hasMessageContaining(sentence);
  }
}
