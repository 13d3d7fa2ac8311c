package anima.client.talk;

import anima.world.EntityView;
import anima.world.Label;
import anima.world.Scene;
import anima.world.Vec3;
import anima.world.json.Nearest;
import anima.world.place.Inhabitant;
import anima.world.place.Landmark;
import anima.world.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who and what can be named at the prompt, in either language and without regard to case. */
final class Names {
  private final Place place;
  private final Scene scene;

  Names(Place place, Scene scene) {
    this.place = place;
    this.scene = scene;
  }

  /** Somebody in sight. */
  Optional<EntityView> inSight(String name) {
    return scene.others().stream().filter(view -> bears(view.name(), name)).findFirst();
  }

  /** Somebody who lives here, in sight or not. */
  Optional<Inhabitant> inhabitant(String name) {
    return place.inhabitants().stream()
        .filter(one -> bears(one.name(), name) || one.id().equalsIgnoreCase(name))
        .findFirst();
  }

  Optional<Landmark> landmark(String name) {
    String bare = name.toLowerCase(Locale.ROOT).replaceFirst("^the ", "");
    return place.landmarks().stream()
        .filter(
            one ->
                bears(one.name(), bare)
                    || one.id().equalsIgnoreCase(bare)
                    || one.otherNames().stream().anyMatch(bare::equalsIgnoreCase))
        .findFirst();
  }

  /** The landmark that a point belongs to. */
  Landmark near(Vec3 point) {
    return place.landmarks().stream()
        .min((one, other) -> Double.compare(distance(one, point), distance(other, point)))
        .orElseThrow();
  }

  static double distance(Landmark landmark, Vec3 point) {
    return point.groundDistanceTo(new Vec3(landmark.x(), point.y(), landmark.z()));
  }

  List<String> people() {
    return Stream.concat(
            place.inhabitants().stream().map(Inhabitant::name),
            scene.others().stream().map(EntityView::name))
        .flatMap(label -> Stream.of(label.en(), label.zh()))
        .distinct()
        .toList();
  }

  List<String> places() {
    List<String> names = new ArrayList<>();
    for (Landmark landmark : place.landmarks()) {
      names.add(landmark.name().en());
      names.add(landmark.name().zh());
    }
    return names;
  }

  static Optional<String> nearest(String word, List<String> known) {
    List<String> lower = known.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    return Nearest.to(word.toLowerCase(Locale.ROOT), lower)
        .map(found -> known.get(lower.indexOf(found)));
  }

  private static boolean bears(Label label, String name) {
    return label.en().equalsIgnoreCase(name) || label.zh().equals(name);
  }
}
