package anima.brain.llm.schedule;

/**
 * What a run of the graph over several tokens costs beside one over a single token, as measured on
 * this machine with this model. Owned by the scheduler's thread.
 */
final class RunCosts {
  /** Weight of the newest measure. */
  private static final double NEW_SHARE = 0.2;

  /** A token more costs a quarter of a run, until it is measured. */
  private double extraShare = 0.25;

  private double singleNanos;

  /** A run over one token took so long. */
  void single(long nanos) {
    singleNanos = singleNanos == 0 ? (double) nanos : mix(singleNanos, (double) nanos);
  }

  /** A run over one token and so many more took so long. */
  void several(int more, long nanos) {
    if (singleNanos > 0) {
      extraShare = mix(extraShare, Math.max(0, (nanos / singleNanos - 1) / more));
    }
  }

  /** Time of a run over one token and so many more, as a multiple of that over one. */
  double ratio(int more) {
    return 1 + more * extraShare;
  }

  static double mix(double old, double measured) {
    return old + NEW_SHARE * (measured - old);
  }
}
