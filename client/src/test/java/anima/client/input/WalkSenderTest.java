package anima.client.input;

import static org.assertj.core.api.Assertions.assertThat;

import anima.world.Action;
import anima.world.EntityId;
import anima.world.Vec3;
import org.junit.jupiter.api.Test;

class WalkSenderTest {
  private static final Vec3 SOUTH = new Vec3(0, 0, 2.6);
  private final WalkSender sender = new WalkSender(new EntityId(1), 0);

  @Test
  void a_walk_is_told_once_and_its_end_once() {
    assertThat(sender.next(SOUTH, 0, 0.05)).contains(new Action.Walk(new EntityId(1), SOUTH, 0));
    assertThat(sender.next(SOUTH, 0, 0.2)).isEmpty();
    assertThat(sender.next(Vec3.ZERO, 0, 0.2)).isPresent();
    assertThat(sender.next(Vec3.ZERO, 0, 0.2)).isEmpty();
  }

  @Test
  void no_more_than_ten_are_told_in_a_second() {
    int told = 0;
    for (int frame = 0; frame < 60; frame++) {
      told += sender.next(SOUTH, frame * 0.3, 1 / 60.0).isPresent() ? 1 : 0;
    }
    assertThat(told).isBetween(8, 10);
  }
}
