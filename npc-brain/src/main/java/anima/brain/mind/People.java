package anima.brain.mind;

import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.Label;
import anima.world.place.Inhabitant;
import anima.world.place.Place;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells people apart by what can be seen of them: the name that others call them. */
final class People {
  /** Visitors whose name begins so have not given one. */
  private static final String UNNAMED = "visitor";

  private final Place place;
  private final Predicate<EntityId> drivenHere;

  People(Place place, Predicate<EntityId> drivenHere) {
    this.place = place;
    this.drivenHere = drivenHere;
  }

  /** Key under which a person is remembered: an inhabitant's id, or a visitor's name. */
  String keyOf(EntityView view) {
    return inhabitant(view.name())
        .map(Inhabitant::id)
        .orElseGet(() -> "visitor:" + view.name().en().toLowerCase(Locale.ROOT));
  }

  Optional<Inhabitant> inhabitant(Label name) {
    return place.inhabitants().stream().filter(other -> other.name().equals(name)).findFirst();
  }

  /** Whether a mind moves a body: inhabitants have a trade, and a host knows its own guests. */
  boolean isMind(EntityView view) {
    return view.trade().isPresent() || drivenHere.test(view.id());
  }

  /** The name that a visitor goes by; empty for one who has given none. */
  static Optional<Label> givenName(EntityView view) {
    boolean unnamed = view.name().en().toLowerCase(Locale.ROOT).startsWith(UNNAMED);
    return unnamed ? Optional.empty() : Optional.of(view.name());
  }
}
