package anima.brain.language;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The numbers that words speak of, in digits or in words of either language. */
public final class SpokenNumbers {
  private SpokenNumbers() {}

  /** Every number of a text; "one" alone counts nothing. */
  public static Set<Long> of(String text) {
    Set<Long> numbers = new TreeSet<>();
    List<Word> words = Words.split(text);
    int at = 0;
    while (at < words.size()) {
      Numerals.Found found = Numerals.at(words, at);
      if (found.length() > 0) {
        numbers.add(found.value());
      }
      at += Math.max(1, found.length());
    }
    return numbers;
  }
}
