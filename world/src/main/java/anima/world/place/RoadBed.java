package anima.world.place;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** Levels the ground across a road and evens out its ups and downs. */
final class RoadBed implements Levelling {
  private static final double FEATHER_METERS = 3;

  /** The bed's height is the mean of the ground's over this far to both sides along the road. */
  private static final int SMOOTH_METERS = 6;

  private final double halfWidth;
  private final double[] xs;
  private final double[] zs;

  /** Metres along the road at each point. */
  private final double[] along;

  /** Height of the bed at each full metre along the road. */
  private final double[] profile;

  RoadBed(Road road, double floorMeters, DoubleBinaryOperator ground) {
    halfWidth = road.widthMeters() / 2;
    List<Road.Point> points = road.points();
    xs = points.stream().mapToDouble(Road.Point::x).toArray();
    zs = points.stream().mapToDouble(Road.Point::z).toArray();
    along = new double[xs.length];
    for (int i = 1; i < xs.length; i++) {
      along[i] = along[i - 1] + length(xs[i] - xs[i - 1], zs[i] - zs[i - 1]);
    }
    profile = smooth(sample(floorMeters, ground));
  }

  private double[] sample(double floorMeters, DoubleBinaryOperator ground) {
    double[] samples = new double[(int) Math.ceil(along[along.length - 1]) + 1];
    int segment = 0;
    for (int meter = 0; meter < samples.length; meter++) {
      while (segment < along.length - 2 && along[segment + 1] < meter) {
        segment++;
      }
      double length = along[segment + 1] - along[segment];
      double t = length == 0 ? 0 : Math.min(1, (meter - along[segment]) / length);
      double x = xs[segment] + (xs[segment + 1] - xs[segment]) * t;
      double z = zs[segment] + (zs[segment + 1] - zs[segment]) * t;
      samples[meter] = Math.max(floorMeters, ground.applyAsDouble(x, z));
    }
    return samples;
  }

  private static double[] smooth(double[] samples) {
    double[] smooth = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      int reach = Math.min(SMOOTH_METERS, Math.min(i, samples.length - 1 - i));
      double sum = 0;
      for (int j = i - reach; j <= i + reach; j++) {
        sum += samples[j];
      }
      smooth[i] = sum / (2 * reach + 1);
    }
    return smooth;
  }

  @Override
  public double apply(double heightMeters, double x, double z) {
    double nearest = Double.MAX_VALUE;
    double meter = 0;
    for (int i = 0; i < xs.length - 1; i++) {
      double t = project(i, x, z);
      double distance =
          length(x - xs[i] - (xs[i + 1] - xs[i]) * t, z - zs[i] - (zs[i + 1] - zs[i]) * t);
      if (distance < nearest) {
        nearest = distance;
        meter = along[i] + (along[i + 1] - along[i]) * t;
      }
    }
    if (nearest >= halfWidth + FEATHER_METERS) {
      return heightMeters;
    }
    return Levelling.blend(heightMeters, level(meter), nearest - halfWidth, FEATHER_METERS);
  }

  /** Metres from a point to the middle of the road. */
  double distance(double x, double z) {
    double nearest = Double.MAX_VALUE;
    for (int i = 0; i < xs.length - 1; i++) {
      double t = project(i, x, z);
      nearest =
          Math.min(
              nearest,
              length(x - xs[i] - (xs[i + 1] - xs[i]) * t, z - zs[i] - (zs[i + 1] - zs[i]) * t));
    }
    return nearest;
  }

  /** Share of segment {@code i} at which it comes nearest to a point. */
  private double project(int i, double x, double z) {
    double dx = xs[i + 1] - xs[i];
    double dz = zs[i + 1] - zs[i];
    double squared = dx * dx + dz * dz;
    double t = squared == 0 ? 0 : ((x - xs[i]) * dx + (z - zs[i]) * dz) / squared;
    return Math.min(1, Math.max(0, t));
  }

  private double level(double meter) {
    int i = Math.min((int) meter, profile.length - 1);
    int next = Math.min(i + 1, profile.length - 1);
    return profile[i] + (profile[next] - profile[i]) * (meter - i);
  }

  @Override
  public boolean reaches(double x, double z, double halfSideMeters) {
    double diagonal = halfSideMeters * 1.5;
    return distance(x, z) <= halfWidth + FEATHER_METERS + diagonal;
  }

  private static double length(double x, double z) {
    return Math.sqrt(x * x + z * z);
  }
}
