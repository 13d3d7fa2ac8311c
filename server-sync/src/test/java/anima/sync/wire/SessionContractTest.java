package anima.sync.wire;

import static org.assertj.core.api.Assertions.assertThat;

import anima.sync.Meadow;
import anima.world.Action;
import anima.world.Activity;
import anima.world.Loudness;
import anima.world.Refusal;
import anima.world.Session;
import anima.world.Vec3;
import anima.world.WorldEvent;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a session promises holds over loopback and over the network alike. */
class SessionContractTest {
  @TempDir Path folder;
  private Hall hall;

  enum Door {
    LOOPBACK,
    NETWORK
  }

  @BeforeEach
  void open() throws Exception {
    hall = new Hall(folder);
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private Session enter(Door door, String name) throws Exception {
    return door == Door.LOOPBACK ? hall.server.join(Meadow.visitor(name)) : hall.join(name);
  }

  @ParameterizedTest
  @EnumSource
  void two_see_each_other_move_and_hear_each_other(Door door) throws Exception {
    Session ada = enter(door, "Ada");
    Session bo = enter(door, "Bo");
    hall.await(ada, WorldEvent.Appeared.class, e -> e.view().id().equals(bo.self()));
    hall.await(bo, WorldEvent.Appeared.class, e -> e.view().id().equals(ada.self()));

    ada.submit(new Action.Go(ada.self(), new Vec3(3, 0, -4)));
    hall.await(bo, WorldEvent.Arrived.class, e -> e.actor().equals(ada.self()));
    var moved =
        hall.await(
            bo,
            WorldEvent.Moved.class,
            e ->
                e.entity().equals(ada.self())
                    && e.body().position().groundDistanceTo(new Vec3(3, 0, -4)) < 0.3);
    assertThat(moved.body().position().y()).isBetween(-1.0, 1.0);

    bo.submit(say(bo, "Hello, Ada! 你好！"));
    var said = hall.await(ada, WorldEvent.Said.class, e -> e.speaker().equals(bo.self()));
    assertThat(said.text()).isEqualTo("Hello, Ada! 你好！");
  }

  @ParameterizedTest
  @EnumSource
  void it_begins_with_all_that_is_there(Door door) throws Exception {
    Session ada = enter(door, "Ada");
    var self = hall.await(ada, WorldEvent.Appeared.class, e -> e.view().id().equals(ada.self()));
    assertThat(self.view().looks()).isEqualTo(Meadow.LOOKS);
    hall.await(ada, WorldEvent.Appeared.class, e -> e.view().name().zh().equals("米拉"));
    hall.await(ada, WorldEvent.SkyChanged.class, e -> e.hour() > 8);
    hall.await(ada, WorldEvent.Held.class, e -> e.actor().equals(ada.self()));
    assertThat(ada.place()).isEqualTo(Meadow.PLACE);
  }

  @ParameterizedTest
  @EnumSource
  void actions_are_numbered_judged_and_acknowledged(Door door) throws Exception {
    Session ada = enter(door, "Ada");
    assertThat(ada.submit(say(ada, "one"))).isEqualTo(1);
    assertThat(ada.submit(new Action.Take(ada.self(), hall.server.inhabitants().get(0).id())))
        .isEqualTo(2);
    var refused = hall.await(ada, WorldEvent.Refused.class, e -> e.action().equals("Take"));
    assertThat(refused.reason()).isEqualTo(Refusal.NO_OFFER);
    Hall.await(() -> ada.acknowledged() == 2);
  }

  @ParameterizedTest
  @EnumSource
  void a_text_of_a_megabyte_is_refused_and_the_session_lives(Door door) throws Exception {
    Session ada = enter(door, "Ada");
    ada.submit(say(ada, "x".repeat(1 << 20)));
    var refused = hall.await(ada, WorldEvent.Refused.class, e -> e.action().equals("Say"));
    assertThat(refused.reason()).isEqualTo(Refusal.BAD_TEXT);
    ada.submit(say(ada, "still here"));
    hall.await(ada, WorldEvent.Said.class, e -> e.text().equals("still here"));
    assertThat(ada.ended()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void who_closes_leaves_the_sight_of_others(Door door) throws Exception {
    Session ada = enter(door, "Ada");
    Session bo = enter(door, "Bo");
    hall.await(ada, WorldEvent.Appeared.class, e -> e.view().id().equals(bo.self()));
    bo.close();
    hall.await(ada, WorldEvent.Vanished.class, e -> e.entity().equals(bo.self()));
    assertThat(bo.ended()).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void who_stands_still_again_is_seen_to_stand(Door door) throws Exception {
    Session ada = enter(door, "Ada");
    Session bo = enter(door, "Bo");
    bo.submit(new Action.Walk(bo.self(), new Vec3(0, 0, -1.5), Math.PI));
    hall.await(
        ada,
        WorldEvent.Moved.class,
        e -> e.entity().equals(bo.self()) && e.body().velocity().z() < -1);
    bo.submit(new Action.Walk(bo.self(), Vec3.ZERO, Math.PI));
    hall.await(
        ada,
        WorldEvent.Began.class,
        e -> e.actor().equals(bo.self()) && e.activity().kind() == Activity.Kind.IDLE);
  }

  private static Action say(Session session, String text) {
    return new Action.Say(session.self(), text, Loudness.NORMAL, Optional.empty());
  }
}
