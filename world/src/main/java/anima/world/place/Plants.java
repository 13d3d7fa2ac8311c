package anima.world.place;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where the plants of a place stand: scattered in their groves by the place's seed, off the roads,
 * out of houses and market places, in water only if reed. The same for walking and for drawing.
 */
public final class Plants {
  private static final double HOUSE_MARGIN_METERS = 1.5;
  private static final double ROAD_MARGIN_METERS = 1;

  private Plants() {}

  public static List<Plant> of(Place place, PlaceTerrain terrain) {
    List<Plant> plants = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(place.seed());
    List<Footprint> houses = place.houses().stream().map(Footprint::new).toList();
    for (Grove grove : place.groves()) {
      for (int i = 0; i < grove.count(); i++) {
        double distance = grove.radiusMeters() * StrictMath.sqrt(random.nextDouble());
        double angle = random.nextDouble() * 2 * StrictMath.PI;
        double x = grove.x() + distance * StrictMath.sin(angle);
        double z = grove.z() + distance * StrictMath.cos(angle);
        double growth = 0.75 + 0.5 * random.nextDouble();
        double yaw = random.nextDouble() * 2 * StrictMath.PI;
        if (isFree(place, terrain, houses, grove.kind(), x, z)) {
          plants.add(new Plant(grove.kind(), x, z, heightMeters(grove.kind()) * growth, yaw));
        }
      }
    }
    return List.copyOf(plants);
  }

  private static double heightMeters(String kind) {
    return switch (kind) {
      case "oak" -> 8;
      case "pine" -> 11;
      case "bush" -> 1.2;
      default -> 1.6;
    };
  }

  private static boolean isFree(
      Place place, PlaceTerrain terrain, List<Footprint> houses, String kind, double x, double z) {
    double half = place.sizeMeters() / 2;
    boolean dry = terrain.heightMeters(x, z) > place.seaLevelMeters() + 0.3;
    boolean shallow = Math.abs(terrain.heightMeters(x, z) - place.seaLevelMeters()) < 0.6;
    return Math.abs(x) <= half
        && Math.abs(z) <= half
        && (kind.equals("reed") ? shallow : dry)
        && !terrain.isRoad(x, z, ROAD_MARGIN_METERS)
        && houses.stream().allMatch(house -> house.distance(x, z) > HOUSE_MARGIN_METERS)
        && place.landmarks().stream().noneMatch(mark -> covers(mark, kind, x, z));
  }

  /** Levelled ground is kept free, but for bushes at its rim. */
  private static boolean covers(Landmark mark, String kind, double x, double z) {
    double dx = x - mark.x();
    double dz = z - mark.z();
    double rim = kind.equals("bush") ? 0.75 : 1;
    return mark.radiusMeters() > 0
        && Math.sqrt(dx * dx + dz * dz) < Math.max(2, mark.radiusMeters() * rim);
  }
}
