package anima.world.place;

import anima.world.GoodsId;
import anima.world.json.JsonFault;
import anima.world.json.Nearest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Checks what one field alone does not show: keys are unique, names exist, all lies inside. */
final class PlaceCheck {
  private final String source;
  private final Place place;

  PlaceCheck(String source, Place place) {
    this.source = source;
    this.place = place;
  }

  void run() throws JsonFault {
    inside("arrival", place.arrival().x(), place.arrival().z());
    Set<String> landmarks = unique("landmarks", place.landmarks(), Landmark::id);
    unique("houses", place.houses(), House::id);
    unique("things", place.things(), Thing::id);
    Set<String> goods = unique("goods", place.goods(), kind -> kind.id().value());
    unique("inhabitants", place.inhabitants(), Inhabitant::id);
    for (int i = 0; i < place.landmarks().size(); i++) {
      inside("landmarks[" + i + "]", place.landmarks().get(i).x(), place.landmarks().get(i).z());
    }
    for (int i = 0; i < place.houses().size(); i++) {
      inside("houses[" + i + "]", place.houses().get(i).x(), place.houses().get(i).z());
    }
    for (int i = 0; i < place.things().size(); i++) {
      inside("things[" + i + "]", place.things().get(i).x(), place.things().get(i).z());
    }
    for (int i = 0; i < place.inhabitants().size(); i++) {
      Inhabitant inhabitant = place.inhabitants().get(i);
      String path = "inhabitants[" + i + "]";
      inside(path, inhabitant.x(), inhabitant.z());
      known(path + ".home", inhabitant.home(), landmarks, "a landmark's id");
      for (GoodsId id : inhabitant.holds().keySet()) {
        known(path + ".holds", id.value(), goods, "a goods id");
      }
      for (GoodsId id : inhabitant.sells().keySet()) {
        known(path + ".sells", id.value(), goods, "a goods id");
      }
    }
  }

  private <T> Set<String> unique(String list, List<T> elements, Function<T, String> id)
      throws JsonFault {
    Set<String> ids = new TreeSet<>();
    for (int i = 0; i < elements.size(); i++) {
      String key = id.apply(elements.get(i));
      if (!ids.add(key)) {
        throw new JsonFault(
            source,
            list + "[" + i + "].id",
            "expected a key that no other has, found \"" + key + "\" again");
      }
    }
    return ids;
  }

  private void known(String path, String found, Set<String> known, String what) throws JsonFault {
    if (!known.contains(found)) {
      String meant = Nearest.to(found, known).map(near -> " (perhaps \"" + near + "\")").orElse("");
      throw new JsonFault(
          source, path, "expected " + what + " of this place, found \"" + found + "\"" + meant);
    }
  }

  private void inside(String path, double x, double z) throws JsonFault {
    double half = place.sizeMeters() / 2;
    if (Math.abs(x) > half || Math.abs(z) > half) {
      throw new JsonFault(
          source,
          path,
          "expected x and z from " + -half + " to " + half + ", found (" + x + ", " + z + ")");
    }
  }
}
