package anima.brain.train;

import java.util.Locale;

/** Counts of right answers; used by one thread. */
final class Score {
  private int all;
  private int intents;
  private int whole;

  /**
   * Counts one answer.
   *
   * @param intent whether the intents are right, all and no others
   * @param arguments whether the arguments are right too
   */
  void count(boolean intent, boolean arguments) {
    all++;
    intents += intent ? 1 : 0;
    whole += intent && arguments ? 1 : 0;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "intent %.1f %%, with arguments %.1f %% of %d",
        percent(intents),
        percent(whole),
        all);
  }

  private double percent(int right) {
    return all == 0 ? 0 : 100.0 * right / all;
  }
}
