package anima.world;

import anima.world.json.JsonFault;
import java.util.List;

/** Brings a stored state back, or says what is unsound about it. */
final class Restoring {
  private static final List<Class<? extends Component>> NEEDED =
      List.of(
          Component.Named.class,
          Component.Body.class,
          Component.Looks.class,
          Component.Doing.class,
          Component.Purse.class,
          Component.Holdings.class);

  private final WorldSnapshot snapshot;
  private final WorldState state;

  Restoring(WorldSnapshot snapshot, WorldState state) {
    this.snapshot = snapshot;
    this.state = state;
  }

  void run() throws JsonFault {
    if (!snapshot.place().equals(state.place().id())) {
      throw fault(
          "place", "expected \"" + state.place().id() + "\", found \"" + snapshot.place() + "\"");
    }
    state.setTick(snapshot.tick());
    for (int i = 0; i < snapshot.beings().size(); i++) {
      restore("beings[" + i + "]", snapshot.beings().get(i));
    }
    state.keepFrom(snapshot.nextId());
    for (int i = 0; i < snapshot.offers().size(); i++) {
      Offer offer = snapshot.offers().get(i);
      if (state.awake(offer.seller()).isEmpty() || state.awake(offer.buyer()).isEmpty()) {
        throw fault("offers[" + i + "]", "expected a seller and a buyer who are in the world");
      }
      state.offers().put(offer);
    }
  }

  private void restore(String path, WorldSnapshot.Being being) throws JsonFault {
    if (state.find(being.id()).isPresent() || being.id().value() >= snapshot.nextId()) {
      throw fault(
          path + ".id",
          "expected an id below nextId that no other has, found " + being.id().value());
    }
    Entity entity = state.create(being.id());
    for (Component component : being.components()) {
      if (entity.has(component.getClass())) {
        throw fault(path, "expected one " + name(component.getClass()) + ", found two");
      }
      entity.put(component);
    }
    for (Class<? extends Component> needed : NEEDED) {
      need(path, entity, needed);
    }
    checkDoing(path, entity);
  }

  /** What an activity lives on must be there, or the world would stumble over it later. */
  private void checkDoing(String path, Entity entity) throws JsonFault {
    Activity activity = entity.activity();
    switch (activity.kind()) {
      case WALKING -> need(path, entity, Component.Steering.class);
      case GOING -> need(path, entity, Component.Route.class);
      case FOLLOWING, LEADING -> {
        need(path, entity, Component.Route.class);
        boolean knowsWhere =
            activity.kind() == Activity.Kind.FOLLOWING || activity.goal().isPresent();
        if (activity.other().isEmpty() || !knowsWhere) {
          throw fault(path, "expected whom and where to in the activity of one in company");
        }
      }
      case IDLE, WAITING, SITTING -> {}
    }
  }

  private void need(String path, Entity entity, Class<? extends Component> kind) throws JsonFault {
    if (!entity.has(kind)) {
      throw fault(path, "expected a " + name(kind) + ", found none");
    }
  }

  private static String name(Class<? extends Component> kind) {
    return kind.getSimpleName();
  }

  private static JsonFault fault(String path, String what) {
    return new JsonFault("snapshot", path, what);
  }
}
