package anima.world.place;

import anima.world.Label;
import anima.world.Vec3;
import anima.world.Weather;
import anima.world.json.Bounds;
import anima.world.json.Length;
import java.util.List;
import java.util.Optional;

/**
 * A place as data. The ground is a square of {@code sizeMeters} centred on the origin: +X is east,
 * +Z is south. Without hills it lies near height 0; heights come from {@link PlaceTerrain}. Read
 * and checked by {@link PlaceReader}.
 *
 * @param id key of the place, also the name of its file
 * @param seed seed of everything that is scattered or shaped by noise
 * @param seaLevelMeters height of the water's surface
 * @param dayMinutes real minutes that one day of the place lasts
 * @param startHour hour at tick 0
 * @param weather weather at tick 0
 * @param arrival where visitors come in; Y is taken from the terrain
 * @param arrivalYawDegrees where they look then; 0 is south (+Z), 90 is east (+X)
 */
public record Place(
    @Length(min = 1, max = 32) String id,
    Label name,
    long seed,
    @Bounds(min = 32, max = 1024) double sizeMeters,
    @Bounds(min = -100, max = 100) double seaLevelMeters,
    @Bounds(min = 1, max = 1440) double dayMinutes,
    @Bounds(min = 0, max = 23.999) double startHour,
    Weather weather,
    Vec3 arrival,
    @Bounds(min = -360, max = 360) double arrivalYawDegrees,
    @Length(max = 256) List<Hill> hills,
    @Length(min = 1, max = 256) List<Landmark> landmarks,
    @Length(max = 512) List<House> houses,
    @Length(max = 128) List<Road> roads,
    @Length(max = 256) List<Grove> groves,
    @Length(max = 512) List<Thing> things,
    @Length(max = 256) List<Goods> goods,
    @Length(max = 128) List<Inhabitant> inhabitants) {
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

  public Optional<Landmark> landmark(String id) {
    return landmarks.stream().filter(landmark -> landmark.id().equals(id)).findFirst();
  }

  public Optional<Inhabitant> inhabitant(String id) {
    return inhabitants.stream().filter(inhabitant -> inhabitant.id().equals(id)).findFirst();
  }

  public Optional<Thing> thing(String id) {
    return things.stream().filter(thing -> thing.id().equals(id)).findFirst();
  }
}
