package anima.brain.llm.schedule;

/**
 * What a run of the graph over several tokens costs beside one over a single token, as measured on
 * this machine with this model. Lengths that were never run are judged by those that were. Owned by
 * the scheduler's thread.
 */
final class RunCosts {
  /** Weight of the newest measure. */
  private static final double NEW_SHARE = 0.2;

  /** A token more costs a quarter of a run, until it is measured. */
  private double extraShare = 0.25;

  /** Nanoseconds of a run, by how many tokens more it had than one; 0 when never measured. */
  private final double[] nanosByMore = new double[SchedulerOptions.DRAFT_TOKENS_MAX + 1];

  /** A run over one token and so many more took so long. */
  void ran(int more, long nanos) {
    double old = nanosByMore[more];
    nanosByMore[more] = old == 0 ? (double) nanos : mix(old, (double) nanos);
    if (more > 0 && nanosByMore[0] > 0) {
      extraShare = mix(extraShare, Math.max(0, (nanos / nanosByMore[0] - 1) / more));
    }
  }

  /** Time of a run over one token and so many more, as a multiple of that over one. */
  double ratio(int more) {
    boolean measured = nanosByMore[0] > 0 && nanosByMore[more] > 0;
    return measured ? nanosByMore[more] / nanosByMore[0] : 1 + more * extraShare;
  }

  static double mix(double old, double measured) {
    return old + NEW_SHARE * (measured - old);
  }
}
