package anima.client.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anima.world.Component;
import anima.world.Vec3;
import org.junit.jupiter.api.Test;

class BodyTrackTest {
  private static Component.Body body(double x, double yaw, double speed) {
    return new Component.Body(new Vec3(x, 0, 0), yaw, new Vec3(speed, 0, 0));
  }

  @Test
  void between_two_ticks_a_body_is_between_two_places() {
    BodyTrack track = new BodyTrack(10, body(0, 0, 2));
    track.add(11, body(0.1, 0, 2));
    assertThat(track.at(10.5).position().x()).isCloseTo(0.05, within(1e-9));
    assertThat(track.at(10.5).speed()).isCloseTo(2, within(1e-9));
  }

  @Test
  void a_body_that_stood_begins_to_walk_only_then() {
    BodyTrack track = new BodyTrack(10, body(0, 0, 0));
    track.add(50, body(0.1, 0, 2));
    assertThat(track.at(48).position().x()).isZero();
    assertThat(track.at(49.5).position().x()).isCloseTo(0.05, within(1e-9));
  }

  @Test
  void a_turn_takes_the_short_way_round() {
    BodyTrack track = new BodyTrack(1, body(0, 3, 0));
    track.add(2, body(0, -3, 0));
    double yaw = track.at(1.5).yawRadians();
    assertThat(Math.abs(Math.IEEEremainder(yaw - Math.PI, 2 * Math.PI))).isLessThan(1e-6);
  }

  @Test
  void a_body_carried_far_away_is_there_at_once() {
    BodyTrack track = new BodyTrack(1, body(0, 0, 0));
    track.add(2, body(80, 0, 0));
    assertThat(track.at(1.1).position().x()).isEqualTo(80);
  }

  @Test
  void the_clock_follows_the_room_and_stays_behind_it() {
    TickClock clock = new TickClock(20);
    for (int tick = 1; tick <= 100; tick++) {
      clock.hear(tick);
      clock.advance(0.05);
    }
    assertThat(clock.drawn()).isBetween(96.5, 99.5);
  }
}
