package anima.client.terrain;

import anima.world.place.Landmark;
import anima.world.place.Place;
import anima.world.place.Road;
import anima.world.place.Terrain;

/**
 * The ground of a place sampled once on a grid, for fast questions while drawing. Immutable; any
 * thread.
 */
public final class Ground {
  private static final float SPACING_METERS = 1;

  private final Place place;
  private final int samples;
  private final float halfMeters;
  private final float[] heights;

  public Ground(Place place, Terrain terrain) {
    this.place = place;
    samples = (int) Math.ceil(place.sizeMeters() / SPACING_METERS) + 1;
    halfMeters = (samples - 1) * SPACING_METERS / 2;
    heights = new float[samples * samples];
    for (int i = 0; i < heights.length; i++) {
      double x = (i % samples) * SPACING_METERS - halfMeters;
      double z = Math.floorDiv(i, samples) * SPACING_METERS - halfMeters;
      heights[i] = (float) terrain.heightMeters(x, z);
    }
  }

  public Place place() {
    return place;
  }

  /** Half the side of the square that the grid covers, in metres. */
  public float halfMeters() {
    return halfMeters;
  }

  /** Height in metres; beyond the border, that of the border. */
  public float height(double x, double z) {
    double column = clamp((x + halfMeters) / SPACING_METERS);
    double row = clamp((z + halfMeters) / SPACING_METERS);
    int west = Math.min((int) column, samples - 2);
    int north = Math.min((int) row, samples - 2);
    float fx = (float) (column - west);
    float fz = (float) (row - north);
    int at = north * samples + west;
    float low = heights[at] + (heights[at + 1] - heights[at]) * fx;
    float high = heights[at + samples] + (heights[at + samples + 1] - heights[at + samples]) * fx;
    return low + (high - low) * fz;
  }

  /** Rise in metres per metre along +X and +Z. */
  public float slopeX(double x, double z) {
    return (height(x + 1, z) - height(x - 1, z)) / 2;
  }

  public float slopeZ(double x, double z) {
    return (height(x, z + 1) - height(x, z - 1)) / 2;
  }

  public float steepness(double x, double z) {
    return (float) Math.hypot(slopeX(x, z), slopeZ(x, z));
  }

  /** Height above the sea; negative under water. */
  public float aboveSea(double x, double z) {
    return (float) (height(x, z) - place.seaLevelMeters());
  }

  /** Distance in metres from the middle line of the nearest road, less half its width. */
  public double roadDistance(double x, double z) {
    double nearest = Double.MAX_VALUE;
    for (Road road : place.roads()) {
      for (int i = 0; i + 1 < road.points().size(); i++) {
        Road.Point a = road.points().get(i);
        Road.Point b = road.points().get(i + 1);
        double d = Plane.segmentDistance(x, z, a.x(), a.z(), b.x(), b.z());
        nearest = Math.min(nearest, d - road.widthMeters() / 2);
      }
    }
    return nearest;
  }

  /** Metres outside of the nearest paving, negative on it: the squares where people meet. */
  public double pavingDistance(double x, double z) {
    double nearest = Double.MAX_VALUE;
    for (Landmark mark : place.landmarks()) {
      if (mark.id().contains("square")) {
        double d = Math.hypot(x - mark.x(), z - mark.z()) - mark.radiusMeters() * 0.86;
        nearest = Math.min(nearest, d);
      }
    }
    return nearest;
  }

  private double clamp(double index) {
    return Math.max(0, Math.min(samples - 1, index));
  }
}
