package anima.client.cli.model;

import anima.brain.llm.KvSegment;
import anima.brain.llm.Llm;
import anima.brain.llm.LlmSession;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * A short measurement of one model. Each figure is the best of some tries: others use the machine
 * too. Owned by one thread.
 */
final class ModelBench {
  private static final int TRIES = 3;
  private static final int PREFILL_TOKENS = 128;
  private static final int DECODE_TOKENS = 32;
  private static final int PREFIX_TOKENS = 512;
  private static final int QUESTION_TOKENS = 16;
  private static final double NANOS = 1e-9;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Llm llm;
  private final LongSupplier nanoTime;
  private final Random random = new Random(1);

  /**
   * What was measured.
   *
   * @param coldMillis until the first token behind a prompt of 528 tokens
   * @param warmMillis the same when the first 512 were computed before
   */
  record Result(
      double decodeTokensPerSecond,
      double prefillTokensPerSecond,
      double coldMillis,
      double warmMillis) {}

  private interface Work {
    void run();
  }

  ModelBench(Llm llm, LongSupplier nanoTime) {
    this.llm = llm;
    this.nanoTime = nanoTime;
  }

  Result run() {
    int prefix = Math.min(PREFIX_TOKENS, llm.contextTokens() - QUESTION_TOKENS);
    try (LlmSession session = llm.newSession()) {
      session.prefill(ids(PREFILL_TOKENS));
      double decode = bestNanos(() -> session.truncate(PREFILL_TOKENS), () -> decode(session));
      double prefill =
          bestNanos(() -> session.truncate(0), () -> session.prefill(ids(PREFILL_TOKENS)));
      int[] beginning = ids(prefix);
      int[] question = ids(QUESTION_TOKENS);
      double cold = bestNanos(() -> session.truncate(0), () -> ask(session, beginning, question));
      KvSegment kept = session.snapshot(0, prefix);
      double warm = bestNanos(() -> session.truncate(0), () -> askKept(session, kept, question));
      return new Result(
          DECODE_TOKENS / (decode * NANOS),
          PREFILL_TOKENS / (prefill * NANOS),
          cold / NANOS_PER_MILLI,
          warm / NANOS_PER_MILLI);
    }
  }

  private static void ask(LlmSession session, int[] beginning, int[] question) {
    session.prefill(beginning);
    session.prefill(question);
  }

  private static void askKept(LlmSession session, KvSegment kept, int[] question) {
    session.restore(kept);
    session.prefill(question);
  }

  private void decode(LlmSession session) {
    for (int id : ids(DECODE_TOKENS)) {
      session.decode(id);
    }
  }

  private double bestNanos(Work before, Work measured) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      before.run();
      long begin = nanoTime.getAsLong();
      measured.run();
      best = Math.min(best, (double) (nanoTime.getAsLong() - begin));
    }
    return best;
  }

  /** Any tokens cost the same. */
  private int[] ids(int count) {
    return random.ints(count, 0, llm.config().vocabularyTokens()).toArray();
  }
}
