package anima.brain.mind;

import anima.brain.memory.Memories;
import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.WorldEvent.Said;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Picks the newcomer to greet: a visitor who stands near for a while, has not spoken, is not known,
 * and whom nobody has greeted yet. Each is greeted at most once. Owned by the thread of its mind.
 */
final class Greeter {
  private static final double NEAR_METERS = 5;
  private static final long HESITATION_TICKS = 40;
  private static final int SEEN_MAX = 256;

  private final People people;
  private final Memories memories;
  private final Set<EntityId> settled = new LinkedHashSet<>();
  private Optional<EntityId> near = Optional.empty();
  private long nearSince;

  Greeter(People people, Memories memories) {
    this.people = people;
    this.memories = memories;
  }

  /** Somebody has spoken: neither they nor whom they spoke to need a greeting. */
  void heard(Said said) {
    settle(said.speaker());
    said.to().ifPresent(this::settle);
  }

  /** Whom to greet now; asked once, it counts as done. */
  Optional<EntityView> next(Perception perception) {
    Optional<EntityView> newcomer =
        perception.seen().values().stream()
            .filter(view -> !people.isMind(view) && !settled.contains(view.id()))
            .filter(view -> perception.distanceTo(view.id()) <= NEAR_METERS)
            .filter(view -> memories.of(people.keyOf(view)).isEmpty())
            .min((one, other) -> one.id().compareTo(other.id()));
    Optional<EntityId> id = newcomer.map(EntityView::id);
    if (!id.equals(near)) {
      near = id;
      nearSince = perception.tick();
    }
    if (id.isEmpty() || perception.tick() - nearSince < HESITATION_TICKS) {
      return Optional.empty();
    }
    settle(id.get());
    return newcomer;
  }

  private void settle(EntityId id) {
    settled.add(id);
    if (settled.size() > SEEN_MAX) {
      settled.remove(settled.iterator().next());
    }
  }
}
