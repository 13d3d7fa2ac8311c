package anima.world;

import anima.world.json.JsonFault;
import anima.world.nav.Ground;
import anima.world.nav.Walker;
import anima.world.place.Place;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A world that runs: the only authority over what exists and what happens. {@link #step} is the
 * only way anything in it changes, and depends on nothing but the state and the actions, so replay
 * is exact. Owned by one thread.
 */
public final class World {
  public static final int TICKS_PER_SECOND = Limits.TICKS_PER_SECOND;
  public static final double TICK_SECONDS = Limits.TICK_SECONDS;

  private final WorldState state;
  private final Rules rules;
  private final Motion motion;

  /** What can be seen now, made when first asked for after a step. */
  private @Nullable List<EntityView> views;

  private World(WorldState state) {
    this.state = state;
    rules = new Rules(state);
    motion = new Motion(state);
  }

  /**
   * A new world at tick 0: the place's inhabitants at their spots, no visitors.
   *
   * @param seed seed of the weather
   */
  public static World begin(Ground ground, long seed) {
    Sky sky = new Sky(ground.place(), ground.place().weather(), seed);
    WorldState state = new WorldState(new Walker(ground), sky);
    new Settling(state).settle();
    return new World(state);
  }

  /**
   * A world that goes on where a snapshot was taken. Inhabitants whom the place has gained since
   * then move in.
   *
   * @throws JsonFault when the snapshot is of another place or contradicts itself
   */
  public static World restore(Ground ground, WorldSnapshot snapshot) throws JsonFault {
    Sky sky = new Sky(ground.place(), snapshot.weather(), snapshot.random());
    WorldState state = new WorldState(new Walker(ground), sky);
    new Restoring(snapshot, state).run();
    new Settling(state).settle();
    return new World(state);
  }

  /**
   * Goes on by one tick: judges the actions in order, then moves bodies, offers and the sky.
   *
   * @return all that happened, in order; a session is told the part that {@link Senses} perceives
   */
  public List<WorldEvent> step(List<Action> actions) {
    long tick = state.tick() + 1;
    state.setTick(tick);
    views = null;
    Map<EntityId, Component.Body> before = bodies();
    Map<EntityId, Integer> counts = new HashMap<>();
    for (Action action : actions) {
      judge(action, counts.merge(action.actor(), 1, Integer::sum))
          .ifPresent(reason -> refuse(action, reason));
    }
    for (Entity entity : state.entities()) {
      if (entity.isAwake()) {
        motion.advance(entity);
      }
    }
    tellMoves(before);
    for (Offer offer : state.offers().removeIf(o -> o.lapseTick() <= tick)) {
      state.tell(new WorldEvent.Lapsed(tick, offer.seller(), offer.buyer()));
    }
    if (state.sky().advance(tick)) {
      state.tell(new WorldEvent.SkyChanged(tick, hour(), weather()));
    }
    return state.takeEvents();
  }

  private Optional<Refusal> judge(Action action, int count) {
    if (!(action instanceof Action.Arrive) && state.awake(action.actor()).isEmpty()) {
      return Optional.of(Refusal.NOT_THERE);
    }
    return count > Limits.ACTIONS_PER_TICK_MAX
        ? Optional.of(Refusal.TOO_MANY)
        : action.accept(rules);
  }

  private void refuse(Action action, Refusal reason) {
    String kind = action.getClass().getSimpleName();
    state.tell(new WorldEvent.Refused(state.tick(), action.actor(), kind, reason));
  }

  private Map<EntityId, Component.Body> bodies() {
    Map<EntityId, Component.Body> bodies = new HashMap<>();
    for (Entity entity : state.entities()) {
      if (entity.isAwake()) {
        bodies.put(entity.id(), entity.body());
      }
    }
    return bodies;
  }

  private void tellMoves(Map<EntityId, Component.Body> before) {
    for (Entity entity : state.entities()) {
      if (entity.isAwake() && !entity.body().equals(before.get(entity.id()))) {
        state.tell(new WorldEvent.Moved(state.tick(), entity.id(), entity.body()));
      }
    }
  }

  public Place place() {
    return state.place();
  }

  /** Ticks since the world began. */
  public long tick() {
    return state.tick();
  }

  /** 0 inclusive to 24 exclusive. */
  public double hour() {
    return state.sky().hour(state.tick());
  }

  public Weather weather() {
    return state.sky().weather();
  }

  /** An id that no entity has, nor any of those above it. */
  public EntityId freeId() {
    return new EntityId(state.nextId());
  }

  /** What can be seen of a body that is awake. */
  public Optional<EntityView> view(EntityId id) {
    return state.awake(id).map(Entity::view);
  }

  /** What can be seen of everyone awake, in the order of their ids. */
  public List<EntityView> views() {
    if (views == null) {
      views = state.entities().stream().filter(Entity::isAwake).map(Entity::view).toList();
    }
    return views;
  }

  /** The body of the inhabitant that the place's file calls so. */
  public Optional<EntityId> inhabitant(String id) {
    return state.entities().stream()
        .filter(
            e -> e.get(Component.Native.class).filter(n -> n.inhabitant().equals(id)).isPresent())
        .map(Entity::id)
        .findFirst();
  }

  /** A component of an entity, dormant or not, such as its purse. */
  public <C extends Component> Optional<C> component(EntityId id, Class<C> kind) {
    return state.find(id).flatMap(entity -> entity.get(kind));
  }

  /** The offers that stand. */
  public List<Offer> offers() {
    return List.copyOf(state.offers().all());
  }

  /** What a body owns, as it is told. */
  public Optional<WorldEvent.Held> holdings(EntityId id) {
    return state
        .find(id)
        .map(
            entity ->
                new WorldEvent.Held(
                    tick(),
                    id,
                    entity.need(Component.Purse.class).coins(),
                    new TreeMap<>(entity.need(Component.Holdings.class).counts())));
  }

  /** The whole state after the last step. */
  public WorldSnapshot snapshot() {
    return new WorldSnapshot(
        WorldSnapshot.VERSION,
        place().id(),
        tick(),
        state.nextId(),
        state.sky().random(),
        weather(),
        offers(),
        state.entities().stream()
            .map(entity -> new WorldSnapshot.Being(entity.id(), entity.components()))
            .toList());
  }

  /** The first 64 bits of the SHA-256 of the snapshot's JSON: equal states, equal hashes. */
  public long stateHash() {
    try {
      byte[] bytes = snapshot().toJson().getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
