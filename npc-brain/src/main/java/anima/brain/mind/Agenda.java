package anima.brain.mind;

import anima.brain.memory.Kind;
import anima.brain.memory.Memories;
import anima.brain.memory.Memory;
import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.Vec3;
import anima.world.place.Inhabitant;
import anima.world.place.Line;
import anima.world.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a mind has promised and does when it has time: pass on a message, come to an appointment,
 * remind someone. Owned by the thread of its mind.
 */
final class Agenda {
  /** Most promises that have fallen due and wait. */
  static final int DUE_MAX = 16;

  private static final double TELL_METERS = 4;

  /** A walk to someone is tried again after this many ticks, as they may have moved. */
  private static final long RETRY_TICKS = 200;

  /** What could not be done is put off by this many ticks: five minutes. */
  private static final long PUT_OFF_TICKS = 6_000;

  /** One thing to do now. */
  sealed interface Errand {
    record Walk(Vec3 goal) implements Errand {}

    record Tell(EntityId to, Line words, Memory memory) implements Errand {}
  }

  private final Place place;
  private final Spots spots;
  private final Memories memories;
  private final Acquaintances acquaintances;
  private final List<Memory> due = new ArrayList<>();
  private double hourBefore = -1;
  private long nextTick;
  private long walksSince;

  Agenda(Place place, Memories memories, Acquaintances acquaintances) {
    this.place = place;
    this.spots = new Spots(place);
    this.memories = memories;
    this.acquaintances = acquaintances;
  }

  /** Notices what falls due; call it at each tick. */
  void tick(double hour) {
    if (hourBefore >= 0 && hourBefore != hour) {
      for (Kind kind : List.of(Kind.REMINDER, Kind.MEETING)) {
        for (Memory memory : memories.open(kind)) {
          boolean now = memory.hour().isPresent() && passes(memory.hour().getAsDouble(), hour);
          if (now && due.size() < DUE_MAX && !due.contains(memory)) {
            due.add(memory);
          }
        }
      }
    }
    hourBefore = hour;
  }

  private boolean passes(double dueHour, double hour) {
    double since = (hour - dueHour + 24) % 24;
    return since < (hour - hourBefore + 24) % 24;
  }

  /** What to do now, if anything; only to be asked when nothing else is going on. */
  Optional<Errand> next(Perception perception) {
    if (perception.tick() < nextTick) {
      return Optional.empty();
    }
    nextTick = perception.tick() + RETRY_TICKS;
    for (Memory memory : List.copyOf(due)) {
      Optional<Errand> errand =
          memory.kind() == Kind.REMINDER ? remind(memory, perception) : attend(memory);
      if (errand.isPresent()) {
        return errand;
      }
    }
    return memories.open(Kind.MESSAGE).stream().findFirst().flatMap(m -> deliver(m, perception));
  }

  /** A telling was spoken. */
  void told(Memory memory) {
    due.remove(memory);
    memories.done(memory);
    walksSince = 0;
  }

  private Optional<Errand> remind(Memory memory, Perception perception) {
    return acquaintances
        .of(memory.person())
        .filter(seen -> perception.distanceTo(seen.view().id()) <= 2 * TELL_METERS)
        .map(seen -> new Errand.Tell(seen.view().id(), Remark.reminded(memory.text()), memory));
  }

  private Optional<Errand> attend(Memory memory) {
    due.remove(memory);
    memories.done(memory);
    return memory
        .where()
        .flatMap(spots::landmark)
        .map(landmark -> new Errand.Walk(Spots.at(landmark)));
  }

  private Optional<Errand> deliver(Memory memory, Perception perception) {
    String whom = memory.whom().orElse("");
    Optional<EntityView> recipient = acquaintances.named(whom).map(Acquaintances.Sighting::view);
    Optional<EntityView> inSight = recipient.flatMap(view -> perception.body(view.id()));
    if (inSight.isPresent() && perception.distanceTo(inSight.get().id()) <= TELL_METERS) {
      return Optional.of(new Errand.Tell(inSight.get().id(), words(memory), memory));
    }
    if (walksSince == 0) {
      walksSince = perception.tick();
    } else if (perception.tick() - walksSince > PUT_OFF_TICKS) {
      walksSince = 0;
      nextTick = perception.tick() + PUT_OFF_TICKS;
      return Optional.empty();
    }
    return recipient
        .map(view -> view.body().position())
        .or(() -> usualPlaceOf(whom))
        .map(Errand.Walk::new);
  }

  private Line words(Memory memory) {
    String from =
        memories
            .nameOf(memory.person())
            .or(() -> acquaintances.of(memory.person()).map(seen -> seen.view().name().en()))
            .orElse("");
    return from.isEmpty()
        ? Remark.passedOn("Someone", "有人", memory.text())
        : Remark.passedOn(from, from, memory.text());
  }

  private Optional<Vec3> usualPlaceOf(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return place.inhabitants().stream()
        .filter(
            other ->
                other.name().en().toLowerCase(Locale.ROOT).equals(wanted)
                    || other.name().zh().equals(wanted))
        .findFirst()
        .map(Agenda::usualPlace);
  }

  private static Vec3 usualPlace(Inhabitant other) {
    return new Vec3(other.x(), 0, other.z());
  }
}
