package anima.world;

import anima.world.place.Inhabitant;
import java.util.Optional;
import java.util.TreeMap;

/** Puts the inhabitants of a place into its world, those that are not there yet. */
final class Settling {
  /** Those who stand this near to where visitors come in look towards them. */
  private static final double WELCOME_METERS = 25;

  private final WorldState state;

  Settling(WorldState state) {
    this.state = state;
  }

  void settle() {
    for (Inhabitant inhabitant : state.place().inhabitants()) {
      boolean isHere =
          state.entities().stream()
              .map(entity -> entity.get(Component.Native.class))
              .flatMap(Optional::stream)
              .anyMatch(known -> known.inhabitant().equals(inhabitant.id()));
      if (!isHere) {
        settle(inhabitant);
      }
    }
  }

  private void settle(Inhabitant inhabitant) {
    Entity entity = state.create(new EntityId(state.nextId()));
    Vec3 spot = new Vec3(inhabitant.x(), 0, inhabitant.z());
    Vec3 position =
        state
            .walker()
            .nearest(spot, Limits.GOAL_METERS_MAX)
            .orElseGet(() -> state.walker().ground().onFloor(spot));
    entity.put(new Component.Native(inhabitant.id()));
    entity.put(new Component.Named(inhabitant.name()));
    entity.put(new Component.Persona(inhabitant.trade(), inhabitant.mood()));
    entity.put(inhabitant.looks());
    entity.put(new Component.Body(position, 0, Vec3.ZERO));
    entity.put(new Component.Doing(Activity.IDLE));
    entity.put(new Component.Purse(inhabitant.coins()));
    entity.put(new Component.Holdings(new TreeMap<>(inhabitant.holds())));
    entity.put(new Component.Wares(new TreeMap<>(inhabitant.sells())));
    if (position.groundDistanceTo(state.place().arrival()) <= WELCOME_METERS) {
      state.face(entity, state.place().arrival());
    }
  }
}
