package anima.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One entity's components. Owned by the thread of its world. */
final class Entity {
  private final EntityId id;

  /** Only looked up by kind; never iterated unsorted, since its order differs from run to run. */
  private final Map<Class<? extends Component>, Component> components = new HashMap<>();

  Entity(EntityId id) {
    this.id = id;
  }

  EntityId id() {
    return id;
  }

  <C extends Component> Optional<C> get(Class<C> kind) {
    return Optional.ofNullable(kind.cast(components.get(kind)));
  }

  /**
   * The component that every entity of a sound world has.
   *
   * @throws IllegalStateException when it is missing
   */
  <C extends Component> C need(Class<C> kind) {
    return get(kind).orElseThrow(() -> new IllegalStateException(id + " has no " + kind));
  }

  boolean has(Class<? extends Component> kind) {
    return components.containsKey(kind);
  }

  void put(Component component) {
    components.put(component.getClass(), component);
  }

  void remove(Class<? extends Component> kind) {
    components.remove(kind);
  }

  /** All components, sorted by the name of their kind. */
  List<Component> components() {
    SortedMap<String, Component> sorted = new TreeMap<>();
    components.values().forEach(c -> sorted.put(c.getClass().getSimpleName(), c));
    return List.copyOf(sorted.values());
  }

  boolean isAwake() {
    return !has(Component.Dormant.class);
  }

  Component.Body body() {
    return need(Component.Body.class);
  }

  Vec3 position() {
    return body().position();
  }

  Activity activity() {
    return need(Component.Doing.class).activity();
  }

  boolean isMoving() {
    return !body().velocity().equals(Vec3.ZERO);
  }

  int count(GoodsId goods) {
    return need(Component.Holdings.class).counts().getOrDefault(goods, 0);
  }

  EntityView view() {
    return new EntityView(
        id,
        need(Component.Named.class).label(),
        body(),
        need(Component.Looks.class),
        activity(),
        get(Component.Persona.class).map(Component.Persona::trade));
  }
}
