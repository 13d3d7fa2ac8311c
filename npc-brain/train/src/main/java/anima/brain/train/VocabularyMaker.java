package anima.brain.train;

import anima.brain.language.IntentCatalogue;
import anima.brain.language.Vocabulary;
import anima.brain.language.Word;
import anima.brain.language.Words;
import anima.world.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses the words that the model knows: those that the phrases use more than once. */
final class VocabularyMaker {
  private static final int COUNT_MIN = 2;
  private static final List<String> WRITTEN_OUT =
      List.of("trades", "likes", "lost", "messages", "times", "things", "words", "colors");

  private VocabularyMaker() {}

  static Vocabulary make(IntentCatalogue catalogue, List<Template> templates, Pools pools) {
    Map<String, Integer> counts = new HashMap<>();
    for (Template template : templates) {
      for (String part : template.parts()) {
        if (!Template.isSlot(part)) {
          count(part, 1, counts);
        }
      }
    }
    for (Language language : Language.values()) {
      for (String pool : WRITTEN_OUT) {
        pools.list(language, pool).forEach(text -> count(text, COUNT_MIN, counts));
      }
      pools.list(language, "places").forEach(text -> count(text, 1, counts));
      pools.list(language, "items").forEach(text -> count(text, 1, counts));
    }
    pools.list(Language.ZH, "first").forEach(text -> count(text, 1, counts));
    pools.list(Language.ZH, "last").forEach(text -> count(text, 1, counts));
    List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
    entries.sort(
        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    List<String> words =
        entries.stream()
            .filter(e -> e.getValue() >= COUNT_MIN || e.getKey().length() == 1)
            .map(Map.Entry::getKey)
            .toList();
    return Vocabulary.of(catalogue, words);
  }

  private static void count(String text, int weight, Map<String, Integer> counts) {
    for (Word word : Words.split(text)) {
      if (!word.isDigits()) {
        counts.merge(word.lower(), weight, Integer::sum);
      }
    }
  }
}
