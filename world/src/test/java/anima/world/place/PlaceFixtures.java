package anima.world.place;

import anima.world.json.JsonFault;

/** Places that differ from Haven in one thing. */
final class PlaceFixtures {
  private PlaceFixtures() {}

  static Place seeded(Place place, long seed) {
    String text = PlaceReader.write(place).replace("\"seed\":" + place.seed(), "\"seed\":" + seed);
    try {
      return PlaceReader.read("seeded", text);
    } catch (JsonFault e) {
      throw new IllegalStateException(e);
    }
  }
}
