package anima.brain.language;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the known word behind a written one: itself, its stem, or the one a slip of the hand away.
 * Slips are found through words with one letter left out (Wolf Garbe's symmetric deletion), so that
 * a look-up costs as many hash probes as the word has letters. Immutable.
 */
final class Speller {
  /** Shorter words are too close to each other to be mended. */
  private static final int MENDED_LENGTH_MIN = 5;

  private static final List<String> ENDINGS =
      List.of("'s", "s", "es", "d", "ed", "ing", "ly", "er", "r", "st", "est", "y", "in'", "in");

  private final Set<String> known;
  private final Map<String, String> byDeletion = new HashMap<>();

  /**
   * @param words the vocabulary, most frequent first: the earlier of two equally near words wins
   */
  Speller(Collection<String> words) {
    this.known = new HashSet<>(words);
    for (String word : words) {
      if (word.length() >= MENDED_LENGTH_MIN && Character.isLetter(word.charAt(0))) {
        byDeletion.putIfAbsent(word, word);
        for (int i = 0; i < word.length(); i++) {
          byDeletion.putIfAbsent(without(word, i), word);
        }
      }
    }
  }

  /** The known word that this small-letter word stands for, if any. */
  Optional<String> resolve(String word) {
    if (known.contains(word)) {
      return Optional.of(word);
    }
    if (!Character.isLetter(word.charAt(0))) {
      return Optional.empty();
    }
    return stem(word).or(() -> mended(word));
  }

  boolean knows(String word) {
    return known.contains(word);
  }

  private Optional<String> stem(String word) {
    for (String ending : ENDINGS) {
      int length = word.length() - ending.length();
      if (length >= 3 && word.endsWith(ending)) {
        String stem = word.substring(0, length);
        if (known.contains(stem)) {
          return Optional.of(stem);
        }
        if (known.contains(stem + "e")) {
          return Optional.of(stem + "e");
        }
        if (stem.charAt(length - 1) == stem.charAt(length - 2)
            && known.contains(stem.substring(0, length - 1))) {
          return Optional.of(stem.substring(0, length - 1));
        }
      }
    }
    return word.endsWith("ies") && known.contains(word.substring(0, word.length() - 3) + "y")
        ? Optional.of(word.substring(0, word.length() - 3) + "y")
        : Optional.empty();
  }

  private Optional<String> mended(String word) {
    if (word.length() < MENDED_LENGTH_MIN) {
      return Optional.empty();
    }
    String best = byDeletion.get(word);
    for (int i = 0; best == null && i < word.length(); i++) {
      String candidate = byDeletion.get(without(word, i));
      if (candidate != null && EditDistance.atMost(word, candidate, 1)) {
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String without(String word, int index) {
    return word.substring(0, index) + word.substring(index + 1);
  }
}
