package anima.client.terrain;

import anima.world.place.House;

/** Distances over the ground plane, in metres. */
public final class Plane {
  private Plane() {}

  /** From a point to a segment. */
  public static double segmentDistance(
      double x, double z, double ax, double az, double bx, double bz) {
    double dx = bx - ax;
    double dz = bz - az;
    double length = dx * dx + dz * dz;
    double t = length == 0 ? 0 : ((x - ax) * dx + (z - az) * dz) / length;
    double along = Math.max(0, Math.min(1, t));
    return Math.hypot(x - ax - dx * along, z - az - dz * along);
  }

  /** From a point to the walls of a house; negative within. */
  public static double houseDistance(House house, double x, double z) {
    double yaw = Math.toRadians(house.yawDegrees());
    double dx = x - house.x();
    double dz = z - house.z();
    double localX = Math.abs(dx * Math.cos(yaw) - dz * Math.sin(yaw)) - house.widthMeters() / 2;
    double localZ = Math.abs(dx * Math.sin(yaw) + dz * Math.cos(yaw)) - house.depthMeters() / 2;
    double outside = Math.hypot(Math.max(localX, 0), Math.max(localZ, 0));
    return outside + Math.min(Math.max(localX, localZ), 0);
  }
}
