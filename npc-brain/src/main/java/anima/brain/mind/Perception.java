package anima.brain.mind;

import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.GoodsId;
import anima.world.Offer;
import anima.world.Weather;
import anima.world.WorldEvent;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a body perceived up to one moment: all that its mind may know.
 *
 * @param self its own body and what it is about
 * @param seen the other bodies in sight
 * @param heard what was said within earshot since the moment before
 * @param happened what else was perceived since the moment before, without mere movement
 * @param coins coins that it owns
 * @param held goods that it owns
 * @param offers offers made to it that stand
 * @param hour 0 inclusive to 24 exclusive
 */
public record Perception(
    long tick,
    EntityView self,
    SortedMap<EntityId, EntityView> seen,
    List<WorldEvent.Said> heard,
    List<WorldEvent> happened,
    long coins,
    SortedMap<GoodsId, Integer> held,
    List<Offer> offers,
    double hour,
    Weather weather) {
  public Perception {
    seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
    heard = List.copyOf(heard);
    happened = List.copyOf(happened);
    offers = List.copyOf(offers);
  }

  Optional<EntityView> body(EntityId id) {
    return id.equals(self.id()) ? Optional.of(self) : Optional.ofNullable(seen.get(id));
  }

  /** Metres over the ground from its own body to another; infinite when that is out of sight. */
  double distanceTo(EntityId other) {
    return body(other)
        .map(view -> view.body().position().groundDistanceTo(self.body().position()))
        .orElse(Double.POSITIVE_INFINITY);
  }
}
