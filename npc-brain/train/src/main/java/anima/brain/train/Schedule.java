package anima.brain.train;

/**
 * How training proceeds: warm-up, then the learning rate falls along half a cosine; the language of
 * the utterances is learnt beside the answers for the first part.
 *
 * @param minutesMax wall time at which training ends; the rate falls in time for it
 * @param stepsMax steps at which training ends, whichever comes first
 */
record Schedule(double minutesMax, long stepsMax, double rate, int batch) {
  private static final int WARM_UP_STEPS = 300;
  private static final double RATE_FLOOR = 0.02;

  /** The share of training in which utterances are learnt too. */
  private static final double LANGUAGE_UNTIL = 0.4;

  private static final double LANGUAGE_SHARE = 0.5;

  /** What a token of an utterance weighs beside one of an answer. */
  static final float LANGUAGE_WEIGHT = 0.25f;

  /** From 0 at the start to 1 at the end. */
  double progress(long step, double elapsedSeconds) {
    return Math.max((double) step / stepsMax, elapsedSeconds / (minutesMax * 60));
  }

  double rateAt(long step, double progress) {
    double cosine = 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress)));
    return rate
        * Math.min(1, (step + 1.0) / WARM_UP_STEPS)
        * (RATE_FLOOR + (1 - RATE_FLOOR) * cosine);
  }

  double languageShare(double progress) {
    return progress < LANGUAGE_UNTIL ? LANGUAGE_SHARE : 0;
  }
}
