package anima.brain.mind;

import anima.brain.HavenFile;
import anima.brain.ScriptedDecider;
import anima.brain.kernel.Kernel;
import anima.brain.memory.Memories;
import anima.world.Action;
import anima.world.Activity;
import anima.world.Component;
import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.GoodsId;
import anima.world.Label;
import anima.world.Language;
import anima.world.Loudness;
import anima.world.Refusal;
import anima.world.Vec3;
import anima.world.Weather;
import anima.world.WorldEvent;
import anima.world.place.Inhabitant;
import anima.world.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Mira of Haven with her mind, and people around her: what she perceives is put together by hand,
 * what she does is noted. The kernel runs on the calling thread.
 */
final class Stage {
  static final EntityId MIRA = new EntityId(1);
  static final EntityId BO = new EntityId(2);
  static final EntityId ADA = new EntityId(100);

  final Place place = HavenFile.place();
  final ScriptedDecider decider = new ScriptedDecider();
  final Kernel kernel = new Kernel(decider, () -> 0);
  final Memories memories = new Memories(List.of());
  final Mind mind;
  final List<Action> acts = new ArrayList<>();
  private final Perceiver perceiver = new Perceiver(MIRA);
  private final List<WorldEvent> events = new ArrayList<>();
  private long tick = 1000;

  Stage() {
    Inhabitant mira = place.inhabitant("mira").orElseThrow();
    mind = new Mind(Profile.of(mira), place, memories, kernel, Language.EN, id -> false, 7);
    appears(MIRA, mira.name(), new Vec3(0, 0, 0), Optional.of(mira.trade()));
    TreeMap<GoodsId, Integer> held = new TreeMap<>();
    mira.holds().forEach(held::put);
    events.add(new WorldEvent.Held(tick, MIRA, mira.coins(), held));
  }

  Stage visitor(EntityId id, String name, Vec3 at) {
    return appears(id, Label.same(name), at, Optional.empty());
  }

  Stage villager(EntityId id, String inhabitant, Vec3 at) {
    Inhabitant other = place.inhabitant(inhabitant).orElseThrow();
    return appears(id, other.name(), at, Optional.of(other.trade()));
  }

  private Stage appears(EntityId id, Label name, Vec3 at, Optional<Label> trade) {
    Component.Looks looks = new Component.Looks(0, 0, 0, 0, 1.7);
    // Everyone faces Mira, who stands at the origin.
    Component.Body body = new Component.Body(at, at.yawTo(Vec3.ZERO), Vec3.ZERO);
    return happens(
        new WorldEvent.Appeared(tick, new EntityView(id, name, body, looks, Activity.IDLE, trade)));
  }

  Stage moves(EntityId id, Vec3 to) {
    return happens(
        new WorldEvent.Moved(tick, id, new Component.Body(to, to.yawTo(Vec3.ZERO), Vec3.ZERO)));
  }

  Stage refuses(String action, Refusal reason) {
    return happens(new WorldEvent.Refused(tick, MIRA, action, reason));
  }

  Stage says(EntityId speaker, String text) {
    return says(speaker, text, Optional.empty());
  }

  Stage says(EntityId speaker, String text, Optional<EntityId> to) {
    return happens(new WorldEvent.Said(tick, speaker, text, Loudness.NORMAL, to, Vec3.ZERO));
  }

  Stage happens(WorldEvent event) {
    events.add(event);
    return this;
  }

  /** Lets time pass; each act is noted. */
  Stage ticks(int count) {
    for (int i = 0; i < count; i++) {
      tick++;
      events.add(new WorldEvent.SkyChanged(tick, hour(), Weather.CLEAR));
      perceiver.perceive(List.copyOf(events)).map(mind::tick).ifPresent(acts::addAll);
      events.clear();
      kernel.runNext();
    }
    return this;
  }

  double hour() {
    return (9 + (tick - 1000) * 24 / 57_600.0) % 24;
  }

  /** Lets time pass until the hour has come. */
  Stage until(double hour) {
    double before = hour();
    while (!(before <= hour && hour() > hour)) {
      before = hour();
      ticks(1);
    }
    return this;
  }

  List<String> said() {
    return acts(Action.Say.class).stream().map(Action.Say::text).toList();
  }

  <A extends Action> List<A> acts(Class<A> kind) {
    return acts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
