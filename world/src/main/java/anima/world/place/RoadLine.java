package anima.world.place;

import java.util.List;

/** The middle line of a road. */
final class RoadLine {
  private final double[] xs;
  private final double[] zs;

  /** Metres along the road at each point. */
  private final double[] along;

  RoadLine(Road road) {
    List<Road.Point> points = road.points();
    xs = points.stream().mapToDouble(Road.Point::x).toArray();
    zs = points.stream().mapToDouble(Road.Point::z).toArray();
    along = new double[xs.length];
    for (int i = 1; i < xs.length; i++) {
      along[i] = along[i - 1] + length(xs[i] - xs[i - 1], zs[i] - zs[i - 1]);
    }
  }

  double lengthMeters() {
    return along[along.length - 1];
  }

  /** The point so many metres along the road. */
  Road.Point at(double meter) {
    int segment = 0;
    while (segment < along.length - 2 && along[segment + 1] < meter) {
      segment++;
    }
    double length = along[segment + 1] - along[segment];
    double t = length == 0 ? 0 : Math.min(1, (meter - along[segment]) / length);
    return new Road.Point(
        xs[segment] + (xs[segment + 1] - xs[segment]) * t,
        zs[segment] + (zs[segment + 1] - zs[segment]) * t);
  }

  /** Metres from a point to the line. */
  double distance(double x, double z) {
    return off(nearestSegment(x, z), x, z);
  }

  /** Metres along the road at which it comes nearest to a point. */
  double meterNear(double x, double z) {
    int i = nearestSegment(x, z);
    return along[i] + (along[i + 1] - along[i]) * project(i, x, z);
  }

  private int nearestSegment(double x, double z) {
    int nearest = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < xs.length - 1; i++) {
      double off = off(i, x, z);
      if (off < least) {
        least = off;
        nearest = i;
      }
    }
    return nearest;
  }

  private double off(int i, double x, double z) {
    double t = project(i, x, z);
    return length(x - xs[i] - (xs[i + 1] - xs[i]) * t, z - zs[i] - (zs[i + 1] - zs[i]) * t);
  }

  /** Share of segment {@code i} at which it comes nearest to a point. */
  private double project(int i, double x, double z) {
    double dx = xs[i + 1] - xs[i];
    double dz = zs[i + 1] - zs[i];
    double squared = dx * dx + dz * dz;
    double t = squared == 0 ? 0 : ((x - xs[i]) * dx + (z - zs[i]) * dz) / squared;
    return Math.min(1, Math.max(0, t));
  }

  private static double length(double x, double z) {
    return Math.sqrt(x * x + z * z);
  }
}
