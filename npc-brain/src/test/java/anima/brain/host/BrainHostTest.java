package anima.brain.host;

import static anima.brain.ScriptedDecider.step;
import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.ScriptedDecider;
import anima.brain.kernel.Kernel;
import anima.brain.memory.MemoryFiles;
import anima.brain.memory.MemoryStore;
import anima.world.Action;
import anima.world.EntityId;
import anima.world.Language;
import anima.world.Loudness;
import anima.world.Session;
import anima.world.Vec3;
import anima.world.WorldEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrainHostTest {
  private final Village village = new Village();
  private final ScriptedDecider decider =
      new ScriptedDecider()
          .on("Follow me, Mira", "Lead on!", step("follow", "ok"))
          .on("My name is Grace", "Welcome, Grace.", step("tell_name", "ok", "name", "grace", ""));
  private final Kernel kernel = new Kernel(decider, () -> 0);
  private final EntityId mira = village.world.inhabitant("mira").orElseThrow();

  @TempDir Path folder;

  @Test
  void a_spoken_order_moves_the_npc() {
    try (BrainHost host = host(MemoryStore.none());
        Session visitor = village.visitor("Ada")) {
      run(host, 5);
      say(visitor, "Follow me, Mira");
      run(host, 40);
      walk(visitor, new Vec3(0, 0, 20), host);
      Vec3 ada = village.world.view(visitor.self()).orElseThrow().body().position();
      Vec3 follower = village.world.view(mira).orElseThrow().body().position();
      assertThat(follower.groundDistanceTo(ada)).isLessThan(4);
      assertThat(heard(visitor)).contains("Lead on!");
    }
  }

  @Test
  void exactly_one_inhabitant_answers_what_is_said_to_nobody_by_name() {
    try (BrainHost host = host(MemoryStore.none());
        Session visitor = village.visitor("Ada")) {
      run(host, 5);
      walk(visitor, new Vec3(1.2, 0, -9), host);
      say(visitor, "What a fine day");
      run(host, 200);
      assertThat(decider.asked).filteredOn(it -> it.text().equals("What a fine day")).hasSize(1);
    }
  }

  @Test
  void what_was_told_is_remembered_over_a_restart() {
    try (Session visitor = village.visitor("Visitor")) {
      try (BrainHost host = host(new MemoryFiles(folder))) {
        run(host, 5);
        say(visitor, "My name is Grace");
        run(host, 100);
      }
      try (BrainHost host = host(new MemoryFiles(folder))) {
        run(host, 5);
        say(visitor, "Who am I?");
        run(host, 100);
      }
    }
    assertThat(decider.asked).last().extracting(it -> it.player()).isEqualTo(Optional.of("Grace"));
  }

  @Test
  void damaged_memories_are_one_sentence_and_the_mind_wakes_all_the_same() throws IOException {
    Files.writeString(folder.resolve("mira.json"), "{");
    try (BrainHost host = host(new MemoryFiles(folder))) {
      run(host, 5);
      assertThat(host.driving()).contains("mira");
      assertThat(host.takeFailures()).singleElement().asString().contains("mira.json");
    }
  }

  @Test
  void a_body_that_was_lost_is_taken_up_again() {
    try (BrainHost host = host(MemoryStore.none())) {
      run(host, 5);
      village.seize("mira");
      run(host, 1);
      assertThat(host.driving()).doesNotContain("mira").hasSize(7);
      assertThat(host.takeFailures())
          .containsExactly("Mira is no longer driven: The lease was lost.");
      run(host, BrainHost.RETRY_STEPS);
      assertThat(host.driving()).contains("mira");
    }
  }

  @Test
  void only_the_wanted_are_driven_and_an_unknown_one_is_named() {
    try (BrainHost host = host(MemoryStore.none(), Optional.of(List.of("bo", "nobody")))) {
      run(host, 3);
      assertThat(host.driving()).containsExactly("bo");
      assertThat(host.takeFailures()).containsExactly("There is no nobody.");
    }
  }

  private BrainHost host(MemoryStore store) {
    return host(store, Optional.empty());
  }

  private BrainHost host(MemoryStore store, Optional<List<String>> wanted) {
    return new BrainHost(village, wanted, kernel, store, Language.EN, 7);
  }

  private void run(BrainHost host, int ticks) {
    for (int i = 0; i < ticks; i++) {
      village.step();
      host.step();
      kernel.runNext();
    }
  }

  private void walk(Session visitor, Vec3 goal, BrainHost host) {
    visitor.submit(new Action.Go(visitor.self(), goal));
    run(host, 600);
  }

  private void say(Session visitor, String text) {
    Optional<EntityId> to = text.endsWith("day") ? Optional.empty() : Optional.of(mira);
    visitor.submit(new Action.Say(visitor.self(), text, Loudness.NORMAL, to));
  }

  private static List<String> heard(Session visitor) {
    List<String> heard = new ArrayList<>();
    for (WorldEvent event : visitor.drain()) {
      if (event instanceof WorldEvent.Said said) {
        heard.add(said.text());
      }
    }
    return heard;
  }
}
