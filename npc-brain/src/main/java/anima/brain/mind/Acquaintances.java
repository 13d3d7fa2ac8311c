package anima.brain.mind;

import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.Label;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Everyone this mind has seen, and where it saw them last. Owned by the thread of its mind. */
final class Acquaintances {
  /** Most people that are kept in mind; who was not seen for longest is forgotten. */
  static final int PEOPLE_MAX = 128;

  /** A person as seen last. */
  record Sighting(String key, EntityView view, long tick) {}

  private final People people;
  private final Map<String, Sighting> sightings = new LinkedHashMap<>();

  Acquaintances(People people) {
    this.people = people;
  }

  void see(Collection<EntityView> inSight, long tick) {
    for (EntityView view : inSight) {
      String key = people.keyOf(view);
      sightings.remove(key);
      sightings.put(key, new Sighting(key, view, tick));
      if (sightings.size() > PEOPLE_MAX) {
        sightings.remove(sightings.keySet().iterator().next());
      }
    }
  }

  List<Sighting> all() {
    return List.copyOf(sightings.values());
  }

  Optional<Sighting> of(String key) {
    return Optional.ofNullable(sightings.get(key));
  }

  Optional<Sighting> of(EntityId id) {
    return sightings.values().stream().filter(s -> s.view().id().equals(id)).findFirst();
  }

  /** Who goes by a name in either language. */
  Optional<Sighting> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return sightings.values().stream().filter(s -> bears(s.view().name(), wanted)).findFirst();
  }

  private static boolean bears(Label label, String wanted) {
    return label.en().toLowerCase(Locale.ROOT).equals(wanted) || label.zh().equals(wanted);
  }
}
