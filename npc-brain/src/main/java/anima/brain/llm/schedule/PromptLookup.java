package anima.brain.llm.schedule;

/**
 * Guesses how a text goes on: as it went on the last time the same words stood in it. Names,
 * quotations and fixed forms are repeated so often that a guess is worth checking. (Saxena, "Prompt
 * Lookup Decoding", 2023.)
 */
final class PromptLookup {
  /** Words compared: the longest match first. */
  private static final int MATCH_MAX = 4;

  private static final int MATCH_MIN = 2;

  /** How far back it looks, so that a long context costs no more than a short one. */
  private static final int LOOK_BACK_MAX = 8192;

  private PromptLookup() {}

  /**
   * The guessed continuation, at most {@code tokensMax}; empty when nothing like it came before.
   */
  static int[] guess(TokenText text, int tokensMax) {
    int size = text.size();
    int earliest = Math.max(0, size - LOOK_BACK_MAX);
    int bestLength = MATCH_MIN - 1;
    int bestEnd = 0;
    for (int end = size - 1; end > earliest && bestLength < MATCH_MAX; end--) {
      int length = 0;
      while (length < MATCH_MAX
          && end - length > earliest
          && text.get(end - 1 - length) == text.get(size - 1 - length)) {
        length++;
      }
      if (length > bestLength) {
        bestLength = length;
        bestEnd = end;
      }
    }
    return bestLength < MATCH_MIN || tokensMax <= 0
        ? new int[0]
        : text.range(bestEnd, Math.min(size, bestEnd + tokensMax));
  }
}
