package anima.client.input;

import anima.world.Component;
import anima.world.Vec3;

/**
 * The own body as drawn: it answers keys at once and is drawn towards where the room says it is, so
 * that neither delay nor correction is seen. Plane vectors in metres and metres per second.
 */
public final class OwnBody {
  private static final double PULL_PER_SECOND = 5;
  private static final double JUMP_METERS = 4;

  private final Obstacles obstacles;
  private double x;
  private double z;
  private double yaw;
  private double speed;

  public OwnBody(Obstacles obstacles, Component.Body start) {
    this.obstacles = obstacles;
    x = start.position().x();
    z = start.position().z();
    yaw = start.yawRadians();
  }

  public double x() {
    return x;
  }

  public double z() {
    return z;
  }

  public double yaw() {
    return yaw;
  }

  /** Speed over the ground, for the legs. */
  public double speed() {
    return speed;
  }

  public float floor() {
    return obstacles.floor(x, z);
  }

  /**
   * Goes on by some time.
   *
   * @param velocity what the keys ask for
   * @param wantedYaw where the body is to face
   * @param told the room's latest word
   */
  public void advance(Vec3 velocity, double wantedYaw, Component.Body told, double seconds) {
    double fromX = x;
    double fromZ = z;
    step(velocity.x() * seconds, 0);
    step(0, velocity.z() * seconds);
    double offX = told.position().x() - x;
    double offZ = told.position().z() - z;
    boolean lost = Math.hypot(offX, offZ) > JUMP_METERS;
    boolean steered = velocity.length() > 0;
    double part = lost ? 1 : 1 - Math.exp(-(steered ? 1.2 : PULL_PER_SECOND) * seconds);
    x += offX * part;
    z += offZ * part;
    double turn = Math.IEEEremainder(wantedYaw - yaw, 2 * Math.PI);
    yaw += turn * (1 - Math.exp(-11 * seconds));
    double moved = lost || seconds <= 0 ? 0 : Math.hypot(x - fromX, z - fromZ) / seconds;
    double felt = Math.min(Math.max(moved, 0), Math.max(velocity.length(), 2.5));
    speed += (felt - speed) * Math.min(1, seconds * 12);
  }

  private void step(double dx, double dz) {
    if (obstacles.isFree(x + dx, z + dz) || !obstacles.isFree(x, z)) {
      x += dx;
      z += dz;
    }
  }
}
