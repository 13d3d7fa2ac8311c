package anima.world.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ground of a place: noise from its seed, hills and basins, then roads, landmarks and houses
 * levelled into it in this order. Smooth, and the same on every machine: only exact arithmetic.
 * Immutable; any thread.
 */
public final class PlaceTerrain implements Terrain {
  private static final double[] WAVE_METERS = {53, 23, 9};
  private static final double[] AMPLITUDE_METERS = {1.5, 0.6, 0.15};

  /** Levelled ground, unlike decks, is kept this far above the water. */
  private static final double FREEBOARD_METERS = 0.5;

  private static final double CELL_METERS = 8;

  private final double seaLevelMeters;
  private final Hill[] hills;
  private final Noise[] noises;
  private final List<Footprint> decks = new ArrayList<>();
  private final List<Double> deckHeights = new ArrayList<>();
  private final List<RoadBed> roads;
  private final int cells;
  private final Levelling[][] levellings;

  public PlaceTerrain(Place place) {
    seaLevelMeters = place.seaLevelMeters();
    hills = place.hills().toArray(new Hill[0]);
    noises = new Noise[WAVE_METERS.length];
    for (int i = 0; i < noises.length; i++) {
      noises[i] = new Noise(place.seed() * 31 + i);
    }
    cells = 2 * (int) Math.ceil(place.sizeMeters() / 2 / CELL_METERS + 2);
    levellings = new Levelling[cells * cells][0];
    double floor = seaLevelMeters + FREEBOARD_METERS;
    roads =
        place.roads().stream().map(road -> new RoadBed(road, floor, this::heightMeters)).toList();
    roads.forEach(this::add);
    for (Landmark mark : place.landmarks()) {
      if (mark.radiusMeters() > 0) {
        double level = Math.max(floor, heightMeters(mark.x(), mark.z()));
        add(new Disc(mark.x(), mark.z(), mark.radiusMeters(), level));
      }
    }
    for (House house : place.houses()) {
      Footprint footprint = new Footprint(house);
      if (house.isDeck()) {
        decks.add(footprint);
        deckHeights.add(seaLevelMeters + house.heightMeters());
      } else {
        add(new Pad(footprint, Math.max(floor, heightMeters(house.x(), house.z()))));
      }
    }
  }

  private void add(Levelling levelling) {
    for (int i = 0; i < levellings.length; i++) {
      double x = (i % cells - cells / 2 + 0.5) * CELL_METERS;
      double z = (i / cells - cells / 2 + 0.5) * CELL_METERS;
      if (levelling.reaches(x, z, CELL_METERS / 2)) {
        Levelling[] longer = Arrays.copyOf(levellings[i], levellings[i].length + 1);
        longer[longer.length - 1] = levelling;
        levellings[i] = longer;
      }
    }
  }

  @Override
  public double heightMeters(double x, double z) {
    double height = 0;
    for (int i = 0; i < noises.length; i++) {
      height += noises[i].at(x / WAVE_METERS[i], z / WAVE_METERS[i]) * AMPLITUDE_METERS[i];
    }
    for (Hill hill : hills) {
      double dx = x - hill.x();
      double dz = z - hill.z();
      double rest = 1 - (dx * dx + dz * dz) / (hill.radiusMeters() * hill.radiusMeters());
      if (rest > 0) {
        height += hill.heightMeters() * rest * rest;
      }
    }
    int cellX = (int) Math.floor(x / CELL_METERS) + cells / 2;
    int cellZ = (int) Math.floor(z / CELL_METERS) + cells / 2;
    if (cellX >= 0 && cellX < cells && cellZ >= 0 && cellZ < cells) {
      for (Levelling levelling : levellings[cellZ * cells + cellX]) {
        height = levelling.apply(height, x, z);
      }
    }
    return height;
  }

  /** Height in metres of what one stands on: the ground, or a deck over it. */
  public double floorMeters(double x, double z) {
    double floor = heightMeters(x, z);
    for (int i = 0; i < decks.size(); i++) {
      if (decks.get(i).distance(x, z) == 0) {
        floor = Math.max(floor, deckHeights.get(i));
      }
    }
    return floor;
  }

  public double seaLevelMeters() {
    return seaLevelMeters;
  }

  /** Metres of water above the ground or deck; 0 on dry land. */
  public double waterMeters(double x, double z) {
    return Math.max(0, seaLevelMeters - floorMeters(x, z));
  }

  /** Whether a road leads over a point, or past it within a margin in metres. */
  public boolean isRoad(double x, double z, double marginMeters) {
    for (RoadBed road : roads) {
      if (road.covers(x, z, marginMeters)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Heights of a square raster over the whole place, for drawing.
   *
   * @return {@code samples × samples} metres, row by row from north to south, each from west to
   *     east
   */
  public float[] grid(double sizeMeters, int samples) {
    float[] heights = new float[samples * samples];
    double spacing = sizeMeters / (samples - 1);
    for (int row = 0; row < samples; row++) {
      for (int column = 0; column < samples; column++) {
        heights[row * samples + column] =
            (float) heightMeters(column * spacing - sizeMeters / 2, row * spacing - sizeMeters / 2);
      }
    }
    return heights;
  }
}
