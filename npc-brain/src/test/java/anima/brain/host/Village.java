package anima.brain.host;

import anima.brain.HavenFile;
import anima.world.Action;
import anima.world.Component;
import anima.world.EntityId;
import anima.world.Label;
import anima.world.Senses;
import anima.world.Session;
import anima.world.World;
import anima.world.WorldEvent;
import anima.world.nav.Ground;
import anima.world.place.Inhabitant;
import anima.world.place.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real world of Haven, stepped by hand, with sessions that see it through real senses. */
final class Village implements SessionSource {
  /** Immutable, and dear to make. */
  private static final Ground GROUND = new Ground(HavenFile.place());

  final World world;
  private final Map<EntityId, Door> doors = new HashMap<>();
  private final List<Action> actions = new ArrayList<>();

  Village() {
    world = World.begin(GROUND, 7);
  }

  @Override
  public List<String> inhabitants() {
    return world.place().inhabitants().stream().map(Inhabitant::id).toList();
  }

  @Override
  public Session open(String inhabitant) throws SessionException {
    EntityId id =
        world
            .inhabitant(inhabitant)
            .orElseThrow(() -> new SessionException("There is no " + inhabitant + "."));
    if (doors.containsKey(id)) {
      throw new SessionException("Another host drives " + inhabitant + ".");
    }
    return door(id);
  }

  Session visitor(String name) {
    EntityId id = world.freeId();
    Component.Looks looks = new Component.Looks(0, 0, 0, 0, 1.7);
    actions.add(new Action.Arrive(id, Label.same(name), looks));
    step();
    return door(id);
  }

  void step() {
    List<WorldEvent> events = world.step(List.copyOf(actions));
    actions.clear();
    doors.values().forEach(door -> door.perceive(events));
  }

  private Door door(EntityId id) {
    Door door = new Door(id);
    doors.put(id, door);
    return door;
  }

  private final class Door implements Session {
    private final Senses senses;
    private final EntityId self;
    private final List<WorldEvent> perceived = new ArrayList<>();
    private long sequence;

    Door(EntityId self) {
      this.self = self;
      senses = new Senses(self);
    }

    void perceive(List<WorldEvent> events) {
      perceived.addAll(senses.perceive(world, events));
    }

    @Override
    public EntityId self() {
      return self;
    }

    @Override
    public Place place() {
      return world.place();
    }

    @Override
    public long submit(Action action) {
      actions.add(action);
      return ++sequence;
    }

    @Override
    public List<WorldEvent> drain() {
      List<WorldEvent> taken = List.copyOf(perceived);
      perceived.clear();
      return taken;
    }

    @Override
    public long acknowledged() {
      return sequence;
    }

    @Override
    public Optional<String> ended() {
      return doors.get(self) == this ? Optional.empty() : Optional.of("The lease was lost.");
    }

    @Override
    public void close() {
      doors.remove(self, this);
    }
  }

  /** Another host takes over a body: its session is told that it has ended. */
  void seize(String inhabitant) {
    doors.remove(world.inhabitant(inhabitant).orElseThrow());
  }
}
