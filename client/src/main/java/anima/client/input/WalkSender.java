package anima.client.input;

import anima.world.Action;
import anima.world.EntityId;
import anima.world.Vec3;
import java.util.Optional;

/** Decides when the walk that keys ask for is told to the room: on a change, ten times a second. */
public final class WalkSender {
  private static final double INTERVAL_SECONDS = 0.1;
  private static final double YAW_RADIANS_MIN = 0.06;

  private final EntityId self;
  private Vec3 sentVelocity = Vec3.ZERO;
  private double sentYaw;
  private double waited = INTERVAL_SECONDS;

  public WalkSender(EntityId self, double yaw) {
    this.self = self;
    sentYaw = yaw;
  }

  /** The action to submit now, if any. */
  public Optional<Action> next(Vec3 velocity, double yaw, double seconds) {
    waited += seconds;
    boolean turned = Math.abs(Math.IEEEremainder(yaw - sentYaw, 2 * Math.PI)) > YAW_RADIANS_MIN;
    boolean changed = velocity.distanceTo(sentVelocity) > 0.05;
    if (waited < INTERVAL_SECONDS || !(changed || turned)) {
      return Optional.empty();
    }
    waited = 0;
    sentVelocity = velocity;
    sentYaw = yaw;
    return Optional.of(new Action.Walk(self, velocity, yaw));
  }
}
