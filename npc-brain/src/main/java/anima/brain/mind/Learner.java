package anima.brain.mind;

import anima.brain.language.Argument;
import anima.brain.language.Situation;
import anima.brain.language.Step;
import anima.brain.memory.Kind;
import anima.brain.memory.Memory;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to remember of a step of an answer. */
final class Learner {
  private Learner() {}

  /** What the speaker of {@code situation} told, asked for or promised with a step. */
  static Optional<Memory> learn(Step step, String person, Situation situation, long tick) {
    return switch (step.intent()) {
      case "tell_name" ->
          text(step, "name").map(name -> Memory.of(Kind.NAME, person, capital(name), tick));
      case "tell_trade" -> told(Kind.TRADE, step, "trade", person, tick);
      case "tell_like" -> told(Kind.LIKE, step, "like", person, tick);
      case "tell_lost" ->
          text(step, "lost")
              .map(lost -> Memory.of(Kind.LOST, person, bare(lost), tick))
              .map(memory -> placed(memory, step));
      case "tell_message" -> message(step, person, situation, tick);
      case "meet" -> meeting(step, person, situation, tick);
      case "remind" -> Optional.of(reminder(step, person, situation, tick));
      default -> Optional.empty();
    };
  }

  private static Optional<Memory> told(
      Kind kind, Step step, String role, String person, long tick) {
    return text(step, role).map(text -> Memory.of(kind, person, text, tick));
  }

  private static Optional<Memory> message(
      Step step, String person, Situation situation, long tick) {
    Optional<String> whom = key(step, "person").flatMap(key -> nameOf(key, situation));
    Optional<String> message = text(step, "message");
    return step.outcome().equals("ok") && whom.isPresent() && message.isPresent()
        ? Optional.of(Memory.of(Kind.MESSAGE, person, message.get(), tick).to(whom.get()))
        : Optional.empty();
  }

  private static Optional<String> nameOf(String key, Situation situation) {
    return situation.people().stream()
        .filter(known -> known.key().equals(key))
        .map(known -> known.name().in(situation.language()))
        .findFirst();
  }

  private static Optional<Memory> meeting(
      Step step, String person, Situation situation, long tick) {
    if (!step.outcome().equals("ok")) {
      return Optional.empty();
    }
    String words =
        Stream.of(text(step, "place"), text(step, "time"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    Memory memory = placed(Memory.of(Kind.MEETING, person, words, tick), step);
    return Optional.of(due(memory, text(step, "time").orElse(""), situation.hour()));
  }

  private static Memory reminder(Step step, String person, Situation situation, long tick) {
    String heard = situation.text();
    Memory memory = Memory.of(Kind.REMINDER, person, text(step, "message").orElse(heard), tick);
    return due(memory, text(step, "time").orElse(heard), situation.hour());
  }

  private static Memory placed(Memory memory, Step step) {
    return key(step, "place").map(memory::at).orElse(memory);
  }

  private static Memory due(Memory memory, String words, double now) {
    OptionalDouble hour = DueHour.of(words, now);
    return hour.isPresent() ? memory.due(hour.getAsDouble()) : memory;
  }

  /** Names are heard without capitals; they are written with them. */
  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** A thing without the word that says whose it is, as it is told back as "your …". */
  private static String bare(String thing) {
    return thing.replaceFirst("(?i)^(my|our|the|an?) |^我的?", "").strip();
  }

  private static Optional<String> key(Step step, String role) {
    return Optional.ofNullable(step.arguments().get(role)).flatMap(Argument::key);
  }

  private static Optional<String> text(Step step, String role) {
    return Optional.ofNullable(step.arguments().get(role))
        .map(Argument::text)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
