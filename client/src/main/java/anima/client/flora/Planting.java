package anima.client.flora;

import anima.client.terrain.Ground;
import anima.client.terrain.GroundMap;
import anima.world.place.House;
import anima.world.place.Place;
import anima.world.place.PlaceTerrain;
import anima.world.place.Plants;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** What stands where: the plants that bodies walk around, and low bushes along the houses. */
public final class Planting {
  private static final Set<String> HEDGED = Set.of("cottage", "inn", "hall");

  private final Ground ground;
  private final List<Plant> plants = new ArrayList<>();

  public Planting(Ground ground, PlaceTerrain terrain) {
    this.ground = ground;
    Place place = ground.place();
    SplittableRandom random = new SplittableRandom(place.seed() + 1);
    for (anima.world.place.Plant plant : Plants.of(place, terrain)) {
      double size = plant.heightMeters() / drawnMeters(plant.kind());
      plants.add(
          new Plant(
              plant.kind(), plant.x(), plant.z(), size, plant.yawRadians(), random.nextLong()));
    }
    place.houses().stream()
        .filter(house -> HEDGED.contains(house.kind()))
        .forEach(house -> hedge(house, random.split()));
  }

  public List<Plant> plants() {
    return List.copyOf(plants);
  }

  /** The shade of the plants on the ground. */
  public List<GroundMap.Shade> shades() {
    return plants.stream()
        .filter(plant -> plant.shadeRadiusMeters() > 0)
        .map(p -> new GroundMap.Shade(p.x(), p.z(), p.shadeRadiusMeters(), 0.5))
        .toList();
  }

  /** Height of a plant of size 1 as {@link Trees} draws it. */
  private static double drawnMeters(String kind) {
    return switch (kind) {
      case "oak" -> 6.2;
      case "pine" -> 8.4;
      case "bush" -> 1.2;
      default -> 1.5;
    };
  }

  /** A few bushes against the side walls of a house, as people plant them. */
  private void hedge(House house, SplittableRandom random) {
    double yaw = Math.toRadians(house.yawDegrees());
    for (int i = 0; i < 4; i++) {
      double side = random.nextBoolean() ? 1 : -1;
      double localX = side * (house.widthMeters() / 2 + 0.75);
      double localZ = (random.nextDouble() - 0.6) * house.depthMeters() * 0.8;
      double x = house.x() + localX * Math.cos(yaw) + localZ * Math.sin(yaw);
      double z = house.z() - localX * Math.sin(yaw) + localZ * Math.cos(yaw);
      if (ground.roadDistance(x, z) > 0.8) {
        double size = 0.45 + random.nextDouble() * 0.3;
        plants.add(new Plant("bush", x, z, size, i, random.nextLong()));
      }
    }
  }
}
