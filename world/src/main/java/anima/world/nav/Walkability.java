package anima.world.nav;

import anima.world.place.Footprint;
import anima.world.place.House;
import anima.world.place.Place;
import anima.world.place.PlaceTerrain;

/**
 * Which cells of a raster over the place bodies can stand on: not too steep, not under water, not
 * in a wall. A place has one floor, so the raster says all.
 */
final class Walkability {
  static final int BLOCKED = 0;
  static final int ROAD = 1;
  static final int MEADOW = 2;

  static final double CELL_METERS = 0.4;

  private static final double SLOPE_DEGREES_MAX = 40;
  private static final double WATER_METERS_MAX = 0.4;
  private static final double WALL_METERS = 0.15;

  private final PlaceTerrain terrain;
  private final double half;

  /** Cells a side. */
  final int side;

  /** One of the constants above for each cell, row by row from north to south. */
  final byte[] areas;

  Walkability(Place place, PlaceTerrain terrain) {
    this.terrain = terrain;
    half = place.sizeMeters() / 2;
    side = (int) Math.floor(place.sizeMeters() / CELL_METERS);
    areas = new byte[side * side];
    markGround();
    for (House house : place.houses()) {
      if (!house.isDeck()) {
        Footprint footprint = new Footprint(house);
        double reach = footprint.reachMeters() + WALL_METERS;
        block(house.x(), house.z(), reach, (x, z) -> footprint.distance(x, z) <= WALL_METERS);
      }
    }
    for (Obstacle obstacle : Obstacle.of(place, terrain)) {
      double squared = obstacle.radiusMeters() * obstacle.radiusMeters();
      block(
          obstacle.x(),
          obstacle.z(),
          obstacle.radiusMeters(),
          (x, z) -> {
            double dx = x - obstacle.x();
            double dz = z - obstacle.z();
            return dx * dx + dz * dz <= squared;
          });
    }
  }

  /** Centre of a column or row, in metres. */
  double center(int index) {
    return (index + 0.5) * CELL_METERS - half;
  }

  private void markGround() {
    double[] floors = new double[side * side];
    for (int i = 0; i < floors.length; i++) {
      floors[i] = terrain.floorMeters(center(i % side), center(i / side));
    }
    double steepest = StrictMath.tan(StrictMath.toRadians(SLOPE_DEGREES_MAX));
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        double x = center(column);
        double z = center(row);
        boolean dry = terrain.seaLevelMeters() - floors[row * side + column] <= WATER_METERS_MAX;
        if (dry && slope(floors, column, row) <= steepest) {
          areas[row * side + column] = (byte) (terrain.isRoad(x, z, 0) ? ROAD : MEADOW);
        }
      }
    }
  }

  /** The steepest rise or fall to a neighbour, combined over both axes. */
  private double slope(double[] floors, int column, int row) {
    double here = floors[row * side + column];
    double alongX =
        Math.max(
            Math.abs(floors[row * side + Math.max(0, column - 1)] - here),
            Math.abs(floors[row * side + Math.min(side - 1, column + 1)] - here));
    double alongZ =
        Math.max(
            Math.abs(floors[Math.max(0, row - 1) * side + column] - here),
            Math.abs(floors[Math.min(side - 1, row + 1) * side + column] - here));
    return Math.sqrt(alongX * alongX + alongZ * alongZ) / CELL_METERS;
  }

  private void block(double x, double z, double reachMeters, Shape shape) {
    for (int row = index(z - reachMeters); row <= index(z + reachMeters); row++) {
      for (int column = index(x - reachMeters); column <= index(x + reachMeters); column++) {
        if (shape.covers(center(column), center(row))) {
          areas[row * side + column] = BLOCKED;
        }
      }
    }
  }

  private int index(double meters) {
    return Math.min(side - 1, Math.max(0, (int) Math.floor((meters + half) / CELL_METERS)));
  }

  /** A shape on the ground plane. */
  private interface Shape {
    boolean covers(double x, double z);
  }
}
