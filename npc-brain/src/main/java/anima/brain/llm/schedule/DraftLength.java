package anima.brain.llm.schedule;

/**
 * Chooses how many tokens of one text to guess ahead. A run over several tokens costs more than
 * over one; it pays by as many tokens as were guessed right. Both are measured as the text goes on,
 * and the length with the most tokens for its time is taken. Where none pays, guessing stops, and
 * is tried again after a while, less and less often. Owned by one thread.
 */
final class DraftLength {
  private static final int TRY_AGAIN_MIN = 16;
  private static final int TRY_AGAIN_MAX = 512;

  private final RunCosts costs;

  /** Share of guesses that were right; at first half of them, for want of better knowledge. */
  private double rightShare = 0.5;

  private int runsUntilTry;
  private int tryAgainRuns = TRY_AGAIN_MIN;

  DraftLength(RunCosts costs) {
    this.costs = costs;
  }

  /** Tokens to guess before the next run, at most so many; 0 when it does not pay. */
  int next(int tokensMax) {
    int best = best(tokensMax);
    if (best > 0 || tokensMax == 0) {
      return best;
    }
    if (runsUntilTry > 0) {
      runsUntilTry--;
      return 0;
    }
    runsUntilTry = tryAgainRuns;
    tryAgainRuns = Math.min(TRY_AGAIN_MAX, 2 * tryAgainRuns);
    return 1;
  }

  private int best(int tokensMax) {
    int best = 0;
    double bestRate = 1;
    double chance = 1;
    double tokens = 1;
    for (int length = 1; length <= tokensMax; length++) {
      chance *= rightShare;
      tokens += chance;
      double rate = tokens / costs.ratio(length);
      if (rate > bestRate) {
        bestRate = rate;
        best = length;
      }
    }
    return best;
  }

  /** So many tokens were guessed, and the first so many of them were right. */
  void guessed(int guessed, int right) {
    // Those behind the first wrong one were not judged.
    int judged = Math.min(guessed, right + 1);
    for (int i = 0; i < judged; i++) {
      rightShare = RunCosts.mix(rightShare, i < right ? 1 : 0);
    }
    if (right > 0) {
      tryAgainRuns = TRY_AGAIN_MIN;
    }
  }
}
