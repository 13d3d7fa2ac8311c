package anima.brain.llm.schedule;

/**
 * How a scheduler shares a model.
 *
 * @param slots texts written at the same time, each with a session of its own
 * @param waitingMax requests that wait for a slot; when full, the newest of the least urgent ones
 *     is crowded out, or the new request when none is less urgent
 * @param prefixBytes memory for what was computed before; 0 keeps nothing
 * @param draftTokensMax tokens guessed ahead at most when one text is written alone; 0 never
 *     guesses. Each guess is checked against what the model would have written: with weights and
 *     sums in floats the text is the same as without. Where the graph rounds activations to 8 bits,
 *     the same tokens in other portions give logits that differ within that rounding, and a near
 *     tie may fall otherwise, with guesses as with other neighbours in the run.
 */
public record SchedulerOptions(int slots, int waitingMax, long prefixBytes, int draftTokensMax) {
  private static final int SLOTS_MAX = 256;
  private static final int WAITING_MAX = 4096;
  static final int DRAFT_TOKENS_MAX = 32;

  /** Sixteen characters at once, and the beginnings of their prompts. */
  public static final SchedulerOptions DEFAULT = new SchedulerOptions(16, 64, 256L << 20, 8);

  public SchedulerOptions {
    check("slots", slots, 1, SLOTS_MAX);
    check("waitingMax", waitingMax, 1, WAITING_MAX);
    check("prefixBytes", prefixBytes, 0, Long.MAX_VALUE);
    check("draftTokensMax", draftTokensMax, 0, DRAFT_TOKENS_MAX);
  }

  private static void check(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(name + " must be " + min + " to " + max + ": " + value);
    }
  }

  public SchedulerOptions withSlots(int count) {
    return new SchedulerOptions(count, waitingMax, prefixBytes, draftTokensMax);
  }

  public SchedulerOptions withWaitingMax(int count) {
    return new SchedulerOptions(slots, count, prefixBytes, draftTokensMax);
  }

  public SchedulerOptions withPrefixBytes(long bytes) {
    return new SchedulerOptions(slots, waitingMax, bytes, draftTokensMax);
  }

  public SchedulerOptions withDraftTokensMax(int count) {
    return new SchedulerOptions(slots, waitingMax, prefixBytes, count);
  }
}
