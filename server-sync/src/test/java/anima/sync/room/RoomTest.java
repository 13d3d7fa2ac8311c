package anima.sync.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.sync.Meadow;
import anima.sync.store.PastEvent;
import anima.sync.store.StoreException;
import anima.sync.store.StoreLimits;
import anima.sync.store.WorldStore;
import anima.world.Action;
import anima.world.Activity;
import anima.world.EntityId;
import anima.world.Label;
import anima.world.Loudness;
import anima.world.Refusal;
import anima.world.Session;
import anima.world.Vec3;
import anima.world.World;
import anima.world.WorldEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {
  @TempDir Path folder;

  @Test
  void an_action_is_acknowledged_once_it_is_durable() throws Exception {
    try (HandRoom hall = new HandRoom(folder)) {
      Session ada = hall.join("Ada");
      assertThat(ada.acknowledged()).isZero();
      long sequence = ada.submit(say(ada, "I was here"));
      assertThat(sequence).isEqualTo(1);
      hall.tickUntil(() -> ada.acknowledged() == sequence);
      assertThat(hall.room.history(100))
          .filteredOn(event -> event.kind().equals("Said"))
          .extracting(PastEvent::json)
          .singleElement()
          .asString()
          .contains("I was here");
    }
  }

  @Test
  void a_restart_restores_places_holdings_and_who_follows_whom() throws Exception {
    EntityId mira;
    Vec3 position;
    String token;
    try (HandRoom hall = new HandRoom(folder)) {
      mira = hall.npc("mira");
      LoopbackSession ada = hall.join("Ada");
      Session mind = hall.embody(mira, "mind", 0);
      ada.submit(new Action.Go(ada.self(), new Vec3(2, 0, 1)));
      hall.await(ada, WorldEvent.Arrived.class, e -> e.actor().equals(ada.self()));
      mind.submit(new Action.Give(mira, ada.self(), Meadow.APPLE, 3));
      mind.submit(new Action.Follow(mira, ada.self()));
      hall.await(ada, WorldEvent.Began.class, e -> e.actor().equals(mira));
      token = ada.token().orElseThrow();
      position = lastPosition(hall, ada, mira);
      hall.tickUntil(() -> mind.acknowledged() == 2);
    }
    try (HandRoom hall = new HandRoom(folder)) {
      LoopbackSession ada = hall.join(new JoinRequest("Ada", Meadow.LOOKS, Optional.of(token)));
      var held = hall.await(ada, WorldEvent.Held.class, e -> e.actor().equals(ada.self()));
      assertThat(held.counts()).containsEntry(Meadow.APPLE, 3);
      var seen = hall.await(ada, WorldEvent.Appeared.class, e -> e.view().id().equals(mira));
      assertThat(seen.view().activity().kind()).isEqualTo(Activity.Kind.FOLLOWING);
      assertThat(seen.view().activity().other()).contains(ada.self());
      assertThat(seen.view().body().position().distanceTo(position)).isLessThan(1.5);
    }
  }

  private static Vec3 lastPosition(HandRoom hall, Session session, EntityId who) {
    Vec3 last = Vec3.ZERO;
    for (WorldEvent event : hall.told(session)) {
      if (event instanceof WorldEvent.Appeared a && a.view().id().equals(who)) {
        last = a.view().body().position();
      } else if (event instanceof WorldEvent.Moved m && m.entity().equals(who)) {
        last = m.body().position();
      }
    }
    return last;
  }

  @Test
  void the_same_token_is_the_same_body_and_no_token_is_another() throws Exception {
    try (HandRoom hall = new HandRoom(folder)) {
      LoopbackSession ada = hall.join("Ada");
      ada.close();
      LoopbackSession again = hall.join(new JoinRequest("Ada", Meadow.LOOKS, ada.token()));
      assertThat(again.self()).isEqualTo(ada.self());
      assertThat(hall.join("Bo").self()).isNotEqualTo(ada.self());
    }
  }

  @Test
  void a_second_session_of_one_visitor_takes_over_from_the_first() throws Exception {
    try (HandRoom hall = new HandRoom(folder)) {
      LoopbackSession first = hall.join("Ada");
      LoopbackSession second = hall.join(new JoinRequest("Ada", Meadow.LOOKS, first.token()));
      assertThat(first.ended()).contains("You came in from elsewhere.");
      assertThat(second.self()).isEqualTo(first.self());
      first.close();
      hall.ticks(3);
      second.submit(say(second, "still here"));
      hall.await(second, WorldEvent.Said.class, e -> e.text().equals("still here"));
    }
  }

  @Test
  void a_session_acts_for_its_own_body_alone() throws Exception {
    try (HandRoom hall = new HandRoom(folder)) {
      Session ada = hall.join("Ada");
      ada.submit(new Action.Wait(hall.npc("mira")));
      ada.submit(new Action.Depart(ada.self()));
      ada.submit(new Action.Arrive(ada.self(), Label.same("Eve"), Meadow.LOOKS));
      for (String kind : new String[] {"Wait", "Depart", "Arrive"}) {
        var refused = hall.await(ada, WorldEvent.Refused.class, e -> e.action().equals(kind));
        assertThat(refused.reason()).isEqualTo(Refusal.NOT_YOURS);
      }
      hall.tickUntil(() -> ada.acknowledged() == 3);
    }
  }

  @Test
  void more_actions_than_may_wait_are_refused() throws Exception {
    try (HandRoom hall = new HandRoom(folder)) {
      Session ada = hall.join("Ada");
      int count = Inbox.ACTIONS_MAX + 10;
      for (int i = 0; i < count; i++) {
        ada.submit(new Action.Wait(ada.self()));
      }
      hall.ticks(1);
      assertThat(hall.told(ada))
          .filteredOn(e -> e instanceof WorldEvent.Refused r && r.reason() == Refusal.TOO_MANY)
          .hasSize(10);
      hall.tickUntil(() -> ada.acknowledged() == count);
    }
  }

  @Test
  void names_are_refused_in_one_sentence() throws Exception {
    try (HandRoom hall = new HandRoom(folder)) {
      for (String name : new String[] {"", "a\u0007b", "x".repeat(65), "Mira", "米拉"}) {
        assertThat(hall.refusal(LoopbackSession.join(hall.room, Meadow.visitor(name))))
            .matches(sentence -> sentence.endsWith("name.") || sentence.endsWith("another."));
      }
    }
  }

  @Test
  void an_inhabitant_has_one_host_at_a_time() throws Exception {
    try (HandRoom hall = new HandRoom(folder)) {
      EntityId mira = hall.npc("mira");
      LoopbackSession first = hall.embody(mira, "first", 0);
      assertThat(
              hall.refusal(LoopbackSession.embody(hall.room, new EmbodyRequest(mira, "second", 0))))
          .contains("driven by 'first'");
      first.close();
      hall.ticks(2);
      LoopbackSession second = hall.embody(mira, "second", 0);
      assertThat(second.fencing()).isGreaterThan(first.fencing());
      assertThat(hall.room.inhabitants().get(0).host()).contains("second");
      first.submit(say(first, "I am a ghost"));
      second.submit(say(second, "I am Mira"));
      hall.await(second, WorldEvent.Said.class, e -> e.text().equals("I am Mira"));
      assertThat(hall.told(second))
          .noneMatch(e -> e instanceof WorldEvent.Said s && s.text().equals("I am a ghost"));
    }
  }

  @Test
  void a_host_that_shows_its_token_takes_its_lease_up_again() throws Exception {
    try (HandRoom hall = new HandRoom(folder)) {
      EntityId mira = hall.npc("mira");
      LoopbackSession broken = hall.embody(mira, "host", 0);
      LoopbackSession again = hall.embody(mira, "host", broken.fencing());
      assertThat(broken.ended()).isPresent();
      assertThat(again.ended()).isEmpty();
      assertThat(again.fencing()).isGreaterThan(broken.fencing());
    }
  }

  @Test
  void a_silent_host_loses_its_lease_and_a_living_one_does_not() throws Exception {
    try (HandRoom hall = new HandRoom(folder)) {
      LoopbackSession silent = hall.embody(hall.npc("mira"), "silent", 0);
      LoopbackSession living = hall.embody(hall.npc("tom"), "living", 0);
      for (int i = 0; i < 2 * Room.LEASE_CHECK_TICKS + 2; i++) {
        hall.ticks(1);
        living.drain();
      }
      assertThat(silent.ended()).hasValueSatisfying(s -> assertThat(s).contains("silent"));
      assertThat(living.ended()).isEmpty();
      assertThat(hall.embody(hall.npc("mira"), "next", 0).ended()).isEmpty();
    }
  }

  @Test
  void who_does_not_take_its_events_is_shown_out_and_leaves() throws Exception {
    try (HandRoom hall = new HandRoom(folder)) {
      LoopbackSession deaf = hall.join("Ada");
      LoopbackSession speaker = hall.join("Bo");
      hall.tickUntil(
          () -> {
            for (int i = 0; i < Inbox.ACTIONS_PER_TICK_MAX; i++) {
              speaker.submit(say(speaker, "hear me"));
            }
            speaker.drain();
            return deaf.ended().isPresent();
          });
      assertThat(deaf.ended()).contains(Outlet.TOO_SLOW);
      hall.await(speaker, WorldEvent.Vanished.class, e -> e.entity().equals(deaf.self()));
    }
  }

  @Test
  void a_damaged_last_snapshot_is_made_up_for_by_the_log_exactly() throws Exception {
    try (HandRoom hall = new HandRoom(folder)) {
      LoopbackSession ada = hall.join("Ada");
      LoopbackSession mira = hall.embody(hall.npc("mira"), "host", 0);
      ada.submit(new Action.Go(ada.self(), new Vec3(9, 0, 7)));
      mira.submit(new Action.Follow(mira.self(), ada.self()));
      hall.await(ada, WorldEvent.Arrived.class, e -> e.actor().equals(ada.self()));
    }
    sql("UPDATE snapshot SET json = '{}' WHERE tick = (SELECT MAX(tick) FROM snapshot)");
    try (WorldStore store = WorldStore.open(folder, Meadow.PLACE.id(), StoreLimits.DEFAULT)) {
      World world = Recovery.recover(Meadow.GROUND, 7, store);
      assertThat(world.tick()).isEqualTo(store.standing().tick()).isGreaterThan(20);
      assertThat(store.standing().stateHash()).hasValue(world.stateHash());
    }
  }

  private void sql(String update) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("world.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(update);
    }
  }

  @Test
  void a_store_without_a_whole_snapshot_is_not_begun_anew() throws Exception {
    new HandRoom(folder).close();
    sql("UPDATE snapshot SET json = '{}'");
    try (WorldStore store = WorldStore.open(folder, Meadow.PLACE.id(), StoreLimits.DEFAULT)) {
      assertThatThrownBy(() -> Room.open(Meadow.GROUND, 7, store, new Random(1)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("is damaged");
    }
  }

  @Test
  void fencing_tokens_rise_over_a_restart() throws Exception {
    long before;
    try (HandRoom hall = new HandRoom(folder)) {
      before = hall.embody(hall.npc("mira"), "host", 0).fencing();
    }
    try (HandRoom hall = new HandRoom(folder)) {
      assertThat(hall.embody(hall.npc("mira"), "host", 0).fencing()).isGreaterThan(before);
    }
  }

  @Test
  void a_full_disk_refuses_actions_and_the_world_goes_on() throws Exception {
    StoreLimits small = new StoreLimits(120_000, 1_000_000, 3);
    long acknowledged;
    try (HandRoom hall = new HandRoom(folder, small)) {
      Session ada = hall.join("Ada");
      hall.tickUntil(
          () -> {
            ada.submit(say(ada, "word ".repeat(90)));
            return hall.room.trouble().isPresent();
          });
      assertThat(hall.room.trouble()).hasValueSatisfying(s -> assertThat(s).contains("disk"));
      hall.await(ada, WorldEvent.Refused.class, e -> e.reason() == Refusal.NOT_STORED);
      long tick = hall.room.nowTick();
      hall.ticks(5);
      assertThat(hall.room.nowTick()).isEqualTo(tick + 5);
      assertThat(hall.refusal(LoopbackSession.join(hall.room, Meadow.visitor("Bo"))))
          .contains("disk");
      acknowledged = ada.acknowledged();
      assertThat(acknowledged).isPositive();
    }
    try (HandRoom hall = new HandRoom(folder)) {
      assertThat(hall.room.history(10_000))
          .filteredOn(event -> event.kind().equals("Said"))
          .hasSizeGreaterThanOrEqualTo((int) acknowledged / 2);
      hall.join("Bo");
    }
  }

  private static Action say(Session session, String text) {
    return new Action.Say(session.self(), text, Loudness.NORMAL, Optional.empty());
  }
}
