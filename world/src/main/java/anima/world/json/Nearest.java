package anima.world.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what someone most likely meant: the known word with the fewest edits. */
public final class Nearest {
  /** Words that differ in more than this share of their characters are no suggestion. */
  private static final double EDITS_SHARE_MAX = 0.5;

  private Nearest() {}

  public static Optional<String> to(String word, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt((String k) -> edits(word, k)).thenComparing(k -> k))
        .filter(k -> edits(word, k) <= Math.max(word.length(), k.length()) * EDITS_SHARE_MAX);
  }

  /** Levenshtein distance in UTF-16 units, over the first 64 of each word. */
  static int edits(String a, String b) {
    int rows = Math.min(a.length(), 64);
    int columns = Math.min(b.length(), 64);
    int[] above = new int[columns + 1];
    for (int j = 0; j <= columns; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= rows; i++) {
      int[] row = new int[columns + 1];
      row[0] = i;
      for (int j = 1; j <= columns; j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[columns];
  }
}
