package anima.world.place;

/**
 * Something that shapes the ground under it, such as a road bed; applied in turn, each to the
 * outcome of the one before.
 */
interface Levelling {
  /** Height of the ground after levelling, where it was {@code heightMeters} before. */
  double apply(double heightMeters, double x, double z);

  /** Whether it can have any effect within a square around a point. */
  boolean reaches(double x, double z, double halfSideMeters);

  /** Blends from {@code level} at distance 0 to {@code height} beyond the feather, smoothly. */
  static double blend(double height, double level, double distance, double feather) {
    if (distance <= 0) {
      return level;
    }
    if (distance >= feather) {
      return height;
    }
    double t = distance / feather;
    return level + (height - level) * (t * t * (3 - 2 * t));
  }
}
