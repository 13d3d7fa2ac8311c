package anima.world;

/** A point or displacement in metres: right-handed, Y up. Components are finite. */
public record Vec3(double x, double y, double z) {
  public static final Vec3 ZERO = new Vec3(0, 0, 0);

  public Vec3 {
    if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(z)) {
      throw new IllegalArgumentException("vector (" + x + ", " + y + ", " + z + ") is not finite");
    }
  }

  public Vec3 plus(Vec3 other) {
    return new Vec3(x + other.x, y + other.y, z + other.z);
  }

  public Vec3 minus(Vec3 other) {
    return new Vec3(x - other.x, y - other.y, z - other.z);
  }

  public Vec3 times(double factor) {
    return new Vec3(x * factor, y * factor, z * factor);
  }

  public double length() {
    return Math.sqrt(x * x + y * y + z * z);
  }

  public double distanceTo(Vec3 other) {
    return minus(other).length();
  }

  /** Distance over the ground: Y is ignored. */
  public double groundDistanceTo(Vec3 other) {
    double dx = x - other.x;
    double dz = z - other.z;
    return Math.sqrt(dx * dx + dz * dz);
  }

  /** Yaw in radians of the direction from here to {@code other}, in {@link anima.world}'s frame. */
  public double yawTo(Vec3 other) {
    return StrictMath.atan2(other.x - x, other.z - z);
  }
}
