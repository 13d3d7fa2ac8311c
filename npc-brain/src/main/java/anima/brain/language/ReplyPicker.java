package anima.brain.language;

import anima.world.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Picks one of the written lines of an intent and outcome: of the mood of the speaker, with all its
 * roles filled, not said lately, and rather one that shares words with what was heard. Immutable.
 */
final class ReplyPicker {
  /** Earlier turns whose lines are not repeated. */
  private static final int RECENT_TURNS = 8;

  private static final int WORD_LENGTH_MIN = 4;

  private final ReplyBook book;

  ReplyPicker(ReplyBook book) {
    this.book = book;
  }

  /** The words to say; empty when no line fits. */
  Optional<String> pick(
      Situation situation, Ruling ruling, Map<String, Argument> arguments, Random random) {
    Map<String, String> words = RoleWords.of(situation, ruling, arguments, random);
    List<ReplyLine> fitting =
        book.lines(situation.language(), ruling.intent(), ruling.outcome()).stream()
            .filter(line -> words.keySet().containsAll(line.roles()) && counts(line, words))
            .toList();
    List<ReplyLine> lines = inMood(fitting, situation);
    Grammar grammar = Grammar.of(situation, arguments);
    List<String> filled = new ArrayList<>();
    for (ReplyLine line : lines) {
      String text =
          Filling.fill(
              line.text(), words, situation.language(), grammar.plural(), grammar.measure());
      if (!saidLately(text, situation.history())) {
        filled.add(text);
      }
    }
    return best(filled, situation, random);
  }

  /** Where more than one is bought, the price of one alone would mislead. */
  private static boolean counts(ReplyLine line, Map<String, String> words) {
    return !words.containsKey("count")
        || !line.roles().contains("price")
        || line.roles().contains("total");
  }

  private static List<ReplyLine> inMood(List<ReplyLine> lines, Situation situation) {
    String mood = situation.self().mood().name().toLowerCase(Locale.ROOT);
    List<ReplyLine> own = lines.stream().filter(line -> line.mood().equals(mood)).toList();
    return own.isEmpty() ? lines : own;
  }

  private static boolean saidLately(String text, List<Turn> history) {
    return history.stream()
        .skip(Math.max(0, history.size() - RECENT_TURNS))
        .anyMatch(turn -> turn.said().contains(text));
  }

  private static Optional<String> best(List<String> lines, Situation situation, Random random) {
    Set<String> heard = features(situation.text(), situation.language());
    Optional<String> best = Optional.empty();
    double bestScore = -1;
    for (String line : lines) {
      Set<String> shared = features(line, situation.language());
      shared.retainAll(heard);
      double score = shared.size() + random.nextDouble();
      if (score > bestScore) {
        best = Optional.of(line);
        bestScore = score;
      }
    }
    return best;
  }

  /** Longer English words, or pairs of Chinese signs. */
  private static Set<String> features(String text, Language language) {
    Set<String> features = new HashSet<>();
    List<Word> words = Words.split(text);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).lower();
      if (language == Language.EN && word.length() >= WORD_LENGTH_MIN) {
        features.add(word);
      } else if (language == Language.ZH && i > 0 && words.get(i).isChinese()) {
        features.add(words.get(i - 1).lower() + word);
      }
    }
    return features;
  }

  /** How the item of a step is counted. */
  private record Grammar(String plural, String measure) {
    static Grammar of(Situation situation, Map<String, Argument> arguments) {
      return new Market(situation, arguments)
          .ware()
          .map(ware -> new Grammar(ware.goods().plural(), ware.goods().measureZh()))
          .orElseGet(() -> new Grammar(heardPlural(arguments), "个"));
    }

    private static String heardPlural(Map<String, Argument> arguments) {
      return Optional.ofNullable(arguments.get(Role.ITEM.key()))
          .map(argument -> English.plural(argument.text()))
          .orElse("");
    }
  }
}
