package anima.brain.mind;

import anima.world.Vec3;
import anima.world.place.Landmark;
import anima.world.place.Place;
import java.util.Comparator;
import java.util.Optional;

/** The landmarks of a place as spots on the ground. */
final class Spots {
  private final Place place;

  Spots(Place place) {
    this.place = place;
  }

  Optional<Landmark> landmark(String id) {
    return place.landmarks().stream().filter(landmark -> landmark.id().equals(id)).findFirst();
  }

  /** The landmark that a point belongs to, as people would say. */
  Landmark nearest(Vec3 point) {
    return place.landmarks().stream()
        .min(Comparator.comparingDouble(landmark -> at(landmark).groundDistanceTo(point)))
        .orElseThrow(() -> new IllegalStateException("place " + place.id() + " has no landmark"));
  }

  static Vec3 at(Landmark landmark) {
    return new Vec3(landmark.x(), 0, landmark.z());
  }
}
