package anima.world.place;

/** The rectangle of ground that a house stands on. */
public final class Footprint {
  private final double x;
  private final double z;
  private final double sin;
  private final double cos;
  private final double halfWidth;
  private final double halfDepth;

  public Footprint(House house) {
    x = house.x();
    z = house.z();
    double yaw = StrictMath.toRadians(house.yawDegrees());
    sin = StrictMath.sin(yaw);
    cos = StrictMath.cos(yaw);
    halfWidth = house.widthMeters() / 2;
    halfDepth = house.depthMeters() / 2;
  }

  /** Metres from a point to the nearest point of the rectangle; 0 within it. */
  public double distance(double px, double pz) {
    double dx = px - x;
    double dz = pz - z;
    double outX = Math.max(0, Math.abs(dx * cos - dz * sin) - halfWidth);
    double outZ = Math.max(0, Math.abs(dx * sin + dz * cos) - halfDepth);
    return Math.sqrt(outX * outX + outZ * outZ);
  }

  /** Metres from the centre within which all of the rectangle lies. */
  public double reachMeters() {
    return halfWidth + halfDepth;
  }

  double x() {
    return x;
  }

  double z() {
    return z;
  }
}
