package anima.world;

import static org.assertj.core.api.Assertions.assertThat;

import anima.world.nav.Ground;
import anima.world.place.Haven;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A world of Haven under test, with a visitor, and all that was told so far. */
final class Trial {
  static final Ground GROUND = new Ground(Haven.place());
  static final Component.Looks LOOKS =
      new Component.Looks(0xc09070, 0x302010, 0x4060a0, 0xffffff, 1.7);

  final World world = World.begin(GROUND, 7);
  final List<WorldEvent> told = new ArrayList<>();
  final EntityId visitor = world.freeId();

  Trial() {
    step(new Action.Arrive(visitor, Label.same("Ann"), LOOKS));
  }

  List<WorldEvent> step(Action... actions) {
    List<WorldEvent> events = world.step(List.of(actions));
    told.addAll(events);
    return events;
  }

  void steps(int count) {
    for (int i = 0; i < count; i++) {
      step();
    }
  }

  EntityId inhabitant(String id) {
    return world.inhabitant(id).orElseThrow();
  }

  EntityView view(EntityId id) {
    return world.view(id).orElseThrow();
  }

  Vec3 at(EntityId id) {
    return view(id).body().position();
  }

  Vec3 landmark(String id) {
    var mark = world.place().landmark(id).orElseThrow();
    return new Vec3(mark.x(), 0, mark.z());
  }

  /** Walks there and stands still. */
  void bring(EntityId id, Vec3 goal) {
    step(new Action.Go(id, goal));
    for (int i = 0; i < 20 * 120 && view(id).activity().kind() == Activity.Kind.GOING; i++) {
      step();
    }
    assertThat(view(id).activity().kind()).isEqualTo(Activity.Kind.IDLE);
  }

  <E extends WorldEvent> Optional<E> last(Class<E> kind) {
    return told.stream().filter(kind::isInstance).map(kind::cast).reduce((a, b) -> b);
  }

  <E extends WorldEvent> List<E> all(Class<E> kind) {
    return told.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  void refuses(Action action, Refusal reason) {
    assertThat(step(action))
        .contains(
            new WorldEvent.Refused(
                world.tick(), action.actor(), action.getClass().getSimpleName(), reason));
  }
}
