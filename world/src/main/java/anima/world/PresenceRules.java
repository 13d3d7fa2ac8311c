package anima.world;

import java.util.Optional;
import java.util.TreeMap;

/** Rules of coming into the world and leaving it. */
final class PresenceRules {
  /** Newcomers stand on a ring, so that no two stand in one another. */
  private static final double RING_METERS = 1.6;

  private static final int RING_SEATS = 7;

  private final WorldState state;

  PresenceRules(WorldState state) {
    this.state = state;
  }

  Optional<Refusal> arrive(Action.Arrive arrive) {
    Entity entity = state.find(arrive.actor()).orElseGet(() -> create(arrive.actor()));
    if (entity.isAwake() && entity.has(Component.Named.class)) {
      return Optional.of(Refusal.NOT_YOURS);
    }
    entity.remove(Component.Dormant.class);
    entity.put(new Component.Named(arrive.name()));
    entity.put(arrive.looks());
    state.tell(new WorldEvent.Appeared(state.tick(), entity.view()));
    return Optional.empty();
  }

  private Entity create(EntityId id) {
    Entity entity = state.create(id);
    double angle = 2 * StrictMath.PI * (id.value() % RING_SEATS) / RING_SEATS;
    Vec3 arrival = state.place().arrival();
    Vec3 seat =
        arrival.plus(
            new Vec3(RING_METERS * StrictMath.sin(angle), 0, RING_METERS * StrictMath.cos(angle)));
    Vec3 position =
        state
            .walker()
            .nearest(seat, Limits.GOAL_METERS_MAX)
            .orElseGet(() -> state.walker().ground().onFloor(arrival));
    double yaw = StrictMath.toRadians(state.place().arrivalYawDegrees());
    entity.put(new Component.Body(position, yaw, Vec3.ZERO));
    entity.put(new Component.Doing(Activity.IDLE));
    entity.put(new Component.Purse(Limits.ARRIVAL_COINS));
    entity.put(new Component.Holdings(new TreeMap<>()));
    return entity;
  }

  Optional<Refusal> depart(Action.Depart depart) {
    Entity actor = Rules.actor(state, depart);
    if (actor.has(Component.Native.class)) {
      return Optional.of(Refusal.NOT_YOURS);
    }
    for (Offer offer :
        state
            .offers()
            .removeIf(o -> o.seller().equals(actor.id()) || o.buyer().equals(actor.id()))) {
      state.tell(new WorldEvent.Lapsed(state.tick(), offer.seller(), offer.buyer()));
    }
    state.begin(actor, Activity.IDLE);
    state.halt(actor);
    actor.put(new Component.Dormant());
    state.tell(new WorldEvent.Vanished(state.tick(), actor.id()));
    return Optional.empty();
  }
}
