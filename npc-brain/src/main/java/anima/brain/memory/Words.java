package anima.brain.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Text as a list of terms to compare: English words without their commonest endings and without
 * stop words; Chinese characters, single and in pairs, as there are no word borders.
 */
final class Words {
  private static final Set<String> STOP =
      Set.of(
          "a", "an", "and", "are", "at", "be", "can", "did", "do", "for", "have", "i", "in", "is",
          "it", "me", "my", "of", "on", "so", "that", "the", "to", "was", "what", "with", "you",
          "your", "我", "你", "的", "了", "吗", "是", "什", "么");

  private Words() {}

  static List<String> of(String text) {
    List<String> terms = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int before = 0;
    for (int c : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
      boolean han = Character.isIdeographic(c);
      if (!han && Character.isLetterOrDigit(c)) {
        word.appendCodePoint(c);
      } else {
        flush(word, terms);
      }
      if (han) {
        add(Character.toString(c), terms);
        if (before != 0) {
          terms.add(Character.toString(before) + Character.toString(c));
        }
      }
      before = han ? c : 0;
    }
    flush(word, terms);
    return terms;
  }

  private static void flush(StringBuilder word, List<String> terms) {
    if (!word.isEmpty()) {
      add(word.toString(), terms);
      word.setLength(0);
    }
  }

  private static void add(String term, List<String> terms) {
    if (!STOP.contains(term)) {
      terms.add(stem(term));
    }
  }

  private static String stem(String word) {
    for (String ending : List.of("ing", "ed", "es", "s")) {
      if (word.length() >= ending.length() + 3 && word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
