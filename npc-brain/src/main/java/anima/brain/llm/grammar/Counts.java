package anima.brain.llm.grammar;

/** Counters that stand outside the automaton, so that a limit of thousands costs no states. */
final class Counts {
  /** No limit. */
  static final int UNLIMITED = Integer.MAX_VALUE;

  private Counts() {}

  /**
   * A count that cannot be told from {@code count} within {@code reach} more; one for all that are
   * far from both limits.
   */
  static int alike(int count, int min, int max, int reach) {
    if (count < min) {
      return max - count > reach ? farBelow(count, min, reach) : count;
    }
    return max == UNLIMITED || max - count > reach ? min : count;
  }

  /** A count below the least one that cannot be told from this one within {@code reach} more. */
  static int farBelow(int count, int min, int reach) {
    return Math.max(count, min - reach - 1);
  }
}
