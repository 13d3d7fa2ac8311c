package anima.brain.llm;

import anima.brain.llm.graph.WeightFormat;

/**
 * How to run a model.
 *
 * @param threads threads that compute one run
 * @param contextTokens longest sequence of a session, for which its cache is allocated; less when
 *     the model was made for less
 * @param weights how matrices are held in memory
 */
public record LlmOptions(int threads, int contextTokens, WeightFormat weights) {
  private static final int CONTEXT_TOKENS_DEFAULT = 1024;
  private static final int CONTEXT_TOKENS_MAX = 1 << 20;
  private static final int THREADS_MAX = 256;

  public LlmOptions {
    if (threads < 1 || threads > THREADS_MAX) {
      throw new IllegalArgumentException("threads must be 1 to " + THREADS_MAX + ": " + threads);
    }
    if (contextTokens < 1 || contextTokens > CONTEXT_TOKENS_MAX) {
      throw new IllegalArgumentException(
          "contextTokens must be 1 to " + CONTEXT_TOKENS_MAX + ": " + contextTokens);
    }
  }

  /** All cores but one, which the world and its picture need; weights as the model stores them. */
  public static LlmOptions defaults() {
    int threads =
        Math.max(1, Math.min(THREADS_MAX, Runtime.getRuntime().availableProcessors() - 1));
    return new LlmOptions(threads, CONTEXT_TOKENS_DEFAULT, WeightFormat.AS_STORED);
  }

  public LlmOptions withThreads(int count) {
    return new LlmOptions(count, contextTokens, weights);
  }

  public LlmOptions withContextTokens(int count) {
    return new LlmOptions(threads, count, weights);
  }

  public LlmOptions withWeights(WeightFormat format) {
    return new LlmOptions(threads, contextTokens, format);
  }
}
