package anima.brain.memory;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One thing that a mind remembers of a person.
 *
 * @param person key of the person it was learned from
 * @param text what was told, in that person's words: a name, a liking, a message
 * @param whom the person a message is for
 * @param where the landmark that an appointment or a lost thing belongs to
 * @param hour when it falls due, in the place's hours
 * @param tick when it was learned
 * @param done whether what it asks for has been done
 */
public record Memory(
    Kind kind,
    String person,
    String text,
    Optional<String> whom,
    Optional<String> where,
    OptionalDouble hour,
    long tick,
    boolean done) {
  /** Longest text of a memory, in UTF-16 units; the rest is cut off. */
  public static final int TEXT_LENGTH_MAX = 200;

  public Memory {
    if (text.length() > TEXT_LENGTH_MAX) {
      text = text.substring(0, TEXT_LENGTH_MAX);
    }
  }

  /** Something told that asks for nothing. */
  public static Memory of(Kind kind, String person, String text, long tick) {
    return new Memory(
        kind,
        person,
        text,
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        tick,
        false);
  }

  public Memory to(String whoGetsIt) {
    return new Memory(kind, person, text, Optional.of(whoGetsIt), where, hour, tick, done);
  }

  public Memory at(String landmark) {
    return new Memory(kind, person, text, whom, Optional.of(landmark), hour, tick, done);
  }

  public Memory due(double atHour) {
    return new Memory(kind, person, text, whom, where, OptionalDouble.of(atHour), tick, done);
  }

  public Memory asDone() {
    return new Memory(kind, person, text, whom, where, hour, tick, true);
  }

  /** Whether it replaces {@code other}: a person has one name, and says a thing once. */
  boolean replaces(Memory other) {
    boolean single = kind == Kind.NAME || kind == Kind.TRADE;
    return kind == other.kind
        && person.equals(other.person)
        && whom.equals(other.whom)
        && (single || text.equalsIgnoreCase(other.text));
  }
}
