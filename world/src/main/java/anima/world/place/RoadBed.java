package anima.world.place;

import java.util.function.DoubleBinaryOperator;

/** Levels the ground across a road and evens out its ups and downs. */
final class RoadBed implements Levelling {
  private static final double FEATHER_METERS = 3;

  /** The bed's height is the mean of the ground's over this far to both sides along the road. */
  private static final int SMOOTH_METERS = 6;

  private final double halfWidth;
  private final RoadLine line;

  /** Height of the bed at each full metre along the road. */
  private final double[] profile;

  RoadBed(Road road, double floorMeters, DoubleBinaryOperator ground) {
    halfWidth = road.widthMeters() / 2;
    line = new RoadLine(road);
    double[] samples = new double[(int) Math.ceil(line.lengthMeters()) + 1];
    for (int meter = 0; meter < samples.length; meter++) {
      Road.Point point = line.at(meter);
      samples[meter] = Math.max(floorMeters, ground.applyAsDouble(point.x(), point.z()));
    }
    profile = smooth(samples);
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
    double distance = line.distance(x, z);
    return distance >= halfWidth + FEATHER_METERS
        ? heightMeters
        : Levelling.blend(
            heightMeters, level(line.meterNear(x, z)), distance - halfWidth, FEATHER_METERS);
  }

  private double level(double meter) {
    int i = Math.min((int) meter, profile.length - 1);
    int next = Math.min(i + 1, profile.length - 1);
    return profile[i] + (profile[next] - profile[i]) * (meter - i);
  }

  @Override
  public boolean reaches(double x, double z, double halfSideMeters) {
    double diagonal = halfSideMeters * 1.5;
    return line.distance(x, z) <= halfWidth + FEATHER_METERS + diagonal;
  }

  /** Whether the road leads over a point, or past it within a margin in metres. */
  boolean covers(double x, double z, double marginMeters) {
    return line.distance(x, z) <= halfWidth + marginMeters;
  }
}
