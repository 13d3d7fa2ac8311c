package anima.brain.language;

/** Distance of words by letters put in, left out, changed, or swapped with a neighbour. */
final class EditDistance {
  private EditDistance() {}

  /** Whether so few slips lie between the words, and not both at the first and the last letter. */
  static boolean atMost(String a, String b, int limit) {
    return Math.abs(a.length() - b.length()) <= limit
        && (a.charAt(0) == b.charAt(0) || a.charAt(a.length() - 1) == b.charAt(b.length() - 1))
        && between(a, b) <= limit;
  }

  /** Optimal string alignment distance (Damerau–Levenshtein without repeated edits). */
  static int between(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cell(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cell(int[][] d, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
