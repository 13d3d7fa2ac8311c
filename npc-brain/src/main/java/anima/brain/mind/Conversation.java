package anima.brain.mind;

import anima.world.Action;
import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.Language;
import anima.world.Loudness;
import anima.world.place.Line;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom a mind talks with, in which language, and what it is saying. Owned by the thread of its
 * mind.
 */
final class Conversation {
  private static final double SHOUT_METERS = 14;
  private static final double GONE_METERS = 10;

  private final Speech speech = new Speech();
  private final Talks talks = new Talks();
  private final Acquaintances acquaintances;
  private @Nullable EntityId partner;
  private Language tongue;
  private double leaveMeters = Loudness.NORMAL.earshotMeters();
  private long lastWordTick = Long.MIN_VALUE / 2;

  Conversation(Acquaintances acquaintances, Language preferred) {
    this.acquaintances = acquaintances;
    this.tongue = preferred;
  }

  /** Somebody speaks to this mind; a player thereby stops what it is telling that same player. */
  void heardFrom(EntityView speaker, String text, boolean byPlayer, long tick) {
    boolean another = speech.listener().filter(id -> !id.equals(speaker.id())).isPresent();
    if (byPlayer && !another) {
      speech.interrupt();
    }
    tongue = Tongue.of(text);
    lastWordTick = tick;
  }

  /** The talk with whoever is about to be answered. */
  Talk turnTowards(EntityView other, String person, Perception perception) {
    partner = other.id();
    leaveMeters =
        Math.max(Loudness.NORMAL.earshotMeters(), perception.distanceTo(other.id()) + GONE_METERS);
    return talks.with(person, perception.tick());
  }

  /** Will say {@code text}, sentence by sentence. */
  void say(String text, EntityId to, long tick) {
    speech.say(text, Optional.of(to));
    lastWordTick = tick;
  }

  /** Will say a line to someone, or to the present partner. */
  void remark(Line line, Optional<EntityId> to, long tick) {
    speech.say(Remark.in(tongue, line), to.or(this::partner));
    lastWordTick = tick;
  }

  /** The next sentence when its time has come; with that it belongs to what was said. */
  Optional<Action> next(Perception perception) {
    Optional<String> sentence = speech.next(perception.tick());
    sentence.ifPresent(spoken -> remember(spoken, perception.tick()));
    return sentence.map(spoken -> spoken(spoken, perception));
  }

  private void remember(String spoken, long tick) {
    lastWordTick = tick;
    speech
        .listener()
        .flatMap(acquaintances::of)
        .ifPresent(seen -> talks.with(seen.key(), tick).said(spoken, tick));
  }

  private Action spoken(String sentence, Perception perception) {
    Optional<EntityId> to = speech.listener();
    boolean far = to.filter(id -> perception.distanceTo(id) > SHOUT_METERS).isPresent();
    Loudness loudness = far ? Loudness.SHOUT : Loudness.NORMAL;
    return new Action.Say(perception.self().id(), sentence, loudness, to);
  }

  /** Whoever has walked away is not told the rest. */
  void noticeLeaving(Perception perception) {
    if (speech.listener().filter(id -> hasLeft(id, perception)).isPresent()) {
      speech.interrupt();
    }
  }

  boolean hasLeft(EntityId other, Perception perception) {
    return perception.distanceTo(other) > leaveMeters;
  }

  boolean speaking() {
    return speech.pending();
  }

  Optional<EntityId> partner() {
    return Optional.ofNullable(partner);
  }

  /** Ticks since the last word that was heard or said. */
  long silence(long tick) {
    return tick - lastWordTick;
  }
}
