package anima.world.place;

import anima.world.Label;
import anima.world.Vec3;
import anima.world.Weather;
import java.util.List;

/**
 * A place as data. The ground is a square of {@code sizeMeters} centred on the origin; heights come
 * from {@link Terrain}. Validated by its reader.
 *
 * @param id key of the place, also the name of its file
 * @param seed seed of everything that is scattered or shaped by noise
 * @param seaLevelMeters height of the water's surface
 * @param dayMinutes real minutes that one day of the place lasts
 * @param startHour hour at tick 0
 * @param arrival where visitors come in; Y is taken from the terrain
 */
public record Place(
    String id,
    Label name,
    long seed,
    double sizeMeters,
    double seaLevelMeters,
    double dayMinutes,
    double startHour,
    Weather weather,
    Vec3 arrival,
    List<Hill> hills,
    List<Landmark> landmarks,
    List<House> houses,
    List<Road> roads,
    List<Grove> groves,
    List<Thing> things,
    List<Goods> goods,
    List<Inhabitant> inhabitants) {
  public Place {
    hills = List.copyOf(hills);
    landmarks = List.copyOf(landmarks);
    houses = List.copyOf(houses);
    roads = List.copyOf(roads);
    groves = List.copyOf(groves);
    things = List.copyOf(things);
    goods = List.copyOf(goods);
    inhabitants = List.copyOf(inhabitants);
  }
}
