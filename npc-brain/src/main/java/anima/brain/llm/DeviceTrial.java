package anima.brain.llm;

import java.util.Arrays;

/**
 * Whether a graphics card computes rightly. The runtime has a kernel for attention over many tokens
 * and another for few, and drivers are known that compute nonsense with the former: the same
 * sequence is computed with both.
 */
final class DeviceTrial {
  /** The kernel for many tokens takes runs of 32 and more. */
  static final int SHORT_RUN_TOKENS = 31;

  /** Several, as not every position shows the error. */
  private static final int[] LONG_RUNS_TOKENS = {64, 47, 37};

  /** The largest difference, as a share of the logits' size: rounding stays below. */
  private static final double ERROR_MAX = 0.02;

  /** Prime, so that the tokens differ. */
  private static final int STRIDE = 7919;

  private DeviceTrial() {}

  /**
   * Tries a model that was just opened.
   *
   * @return how many tokens its runs may have
   * @throws RunFailedException when it computes nothing sensible at all
   */
  static int run(Llm llm) {
    try (LlmSession session = llm.newSession()) {
      for (int tokens : LONG_RUNS_TOKENS) {
        int[] ids = new int[Math.min(tokens, llm.contextTokens())];
        Arrays.setAll(ids, i -> i * STRIDE % llm.config().vocabularyTokens());
        if (!agrees(session, ids)) {
          return SHORT_RUN_TOKENS;
        }
      }
    }
    return LlmSession.RUN_TOKENS_MAX;
  }

  private static boolean agrees(LlmSession session, int... ids) {
    session.truncate(0);
    float[] atOnce = session.prefill(ids).clone();
    session.truncate(0);
    float[] inParts = {};
    for (int begin = 0; begin < ids.length; begin += SHORT_RUN_TOKENS) {
      int end = Math.min(ids.length, begin + SHORT_RUN_TOKENS);
      inParts = session.prefill(Arrays.copyOfRange(ids, begin, end));
    }
    if (!Double.isFinite(size(inParts))) {
      throw new RunFailedException("its results are not numbers", new ArithmeticException());
    }
    return distance(atOnce, inParts) <= ERROR_MAX * size(inParts);
  }

  /** Euclidean. */
  private static double size(float... values) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }

  private static double distance(float[] a, float[] b) {
    float[] difference = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return size(difference);
  }
}
