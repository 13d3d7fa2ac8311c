package anima.world;

import anima.world.nav.Walker;
import anima.world.place.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that a world is, and what has happened in the current tick. Owned by the world's thread. */
final class WorldState {
  private final Walker walker;
  private final Sky sky;
  private final SortedMap<EntityId, Entity> entities = new TreeMap<>();
  private final Offers offers = new Offers();
  private List<WorldEvent> events = new ArrayList<>();
  private long tick;
  private long nextId = 1;

  WorldState(Walker walker, Sky sky) {
    this.walker = walker;
    this.sky = sky;
  }

  Walker walker() {
    return walker;
  }

  Place place() {
    return walker.ground().place();
  }

  Sky sky() {
    return sky;
  }

  Offers offers() {
    return offers;
  }

  long tick() {
    return tick;
  }

  void setTick(long tick) {
    this.tick = tick;
  }

  /** The least id that was never given away. */
  long nextId() {
    return nextId;
  }

  void keepFrom(long id) {
    nextId = Math.max(nextId, id);
  }

  Entity create(EntityId id) {
    Entity entity = new Entity(id);
    entities.put(id, entity);
    keepFrom(id.value() + 1);
    return entity;
  }

  /** Everyone, dormant or not, in the order of their ids. */
  Collection<Entity> entities() {
    return entities.values();
  }

  Optional<Entity> find(EntityId id) {
    return Optional.ofNullable(entities.get(id));
  }

  Optional<Entity> awake(EntityId id) {
    return find(id).filter(Entity::isAwake);
  }

  void tell(WorldEvent event) {
    events.add(event);
  }

  List<WorldEvent> takeEvents() {
    List<WorldEvent> taken = List.copyOf(events);
    events = new ArrayList<>();
    return taken;
  }

  /** Takes up an activity, telling if it is another than before, and forgets what led to that. */
  void begin(Entity entity, Activity activity) {
    entity.remove(Component.Route.class);
    entity.remove(Component.Steering.class);
    if (!entity.activity().equals(activity)) {
      entity.put(new Component.Doing(activity));
      tell(new WorldEvent.Began(tick, entity.id(), activity));
    }
  }

  /** Stands still. */
  void halt(Entity entity) {
    Component.Body body = entity.body();
    entity.put(new Component.Body(body.position(), body.yawRadians(), Vec3.ZERO));
  }

  /** Turns on the spot towards a point, unless it stands there. */
  void face(Entity entity, Vec3 point) {
    Component.Body body = entity.body();
    if (body.position().groundDistanceTo(point) > 0.01) {
      entity.put(
          new Component.Body(body.position(), body.position().yawTo(point), body.velocity()));
    }
  }

  void tellHoldings(Entity entity) {
    tell(
        new WorldEvent.Held(
            tick,
            entity.id(),
            entity.need(Component.Purse.class).coins(),
            entity.need(Component.Holdings.class).counts()));
  }
}
