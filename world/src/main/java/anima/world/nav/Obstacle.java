package anima.world.nav;

import anima.world.place.Place;
import anima.world.place.PlaceTerrain;
import anima.world.place.Plant;
import anima.world.place.Plants;
import anima.world.place.Thing;
import java.util.ArrayList;
import java.util.List;

/** A round thing that bodies walk around. */
record Obstacle(double x, double z, double radiusMeters) {

  static List<Obstacle> of(Place place, PlaceTerrain terrain) {
    List<Obstacle> obstacles = new ArrayList<>();
    for (Thing thing : place.things()) {
      obstacles.add(new Obstacle(thing.x(), thing.z(), radius(thing)));
    }
    for (Plant plant : Plants.of(place, terrain)) {
      if (plant.kind().equals("oak") || plant.kind().equals("pine")) {
        obstacles.add(new Obstacle(plant.x(), plant.z(), 0.4));
      }
    }
    return obstacles;
  }

  private static double radius(Thing thing) {
    return switch (thing.kind()) {
      case "well" -> 1.1;
      case "boat" -> 1;
      case "stone", "bench" -> 0.7;
      case "crate" -> 0.6;
      case "bell" -> 0.4;
      default -> 0.2;
    };
  }
}
