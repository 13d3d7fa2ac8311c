package anima.brain.llm;

import anima.brain.llm.engine.DeviceChoice;
import anima.brain.llm.graph.WeightFormat;

/**
 * How to run a model.
 *
 * @param threads threads that compute one run
 * @param contextTokens longest sequence of a session, for which its cache is allocated; less when
 *     the model was made for less
 * @param slots sessions that may be open at once, for each of which a cache is allocated
 * @param weights how matrices are held in memory for decoding
 * @param prefill how they are held for runs of many tokens
 * @param device where it is to run
 * @param decode what computes a single token on the processor
 */
public record LlmOptions(
    int threads,
    int contextTokens,
    int slots,
    WeightFormat weights,
    PrefillWeights prefill,
    DeviceChoice device,
    DecodeBy decode) {
  private static final int CONTEXT_TOKENS_DEFAULT = 1024;
  private static final int CONTEXT_TOKENS_MAX = 1 << 20;
  private static final int SLOTS_DEFAULT = 4;
  private static final int SLOTS_MAX = 256;
  private static final int THREADS_MAX = 256;

  /** What computes a run of many tokens. */
  public enum PrefillWeights {
    /** {@link #INT8_ROWS} beside weights of 4 bits, else {@link #SAME}. */
    AUTO,
    /** The same weights: one copy in memory. */
    SAME,
    /** A second copy of 8 bits a weight, one scale for each output: faster for many tokens. */
    INT8_ROWS
  }

  /** What computes a single token. */
  public enum DecodeBy {
    /** Java, by the vector unit, where weights have 4 bits and the process allows it. */
    AUTO,
    /** Always the graph. */
    GRAPH
  }

  public LlmOptions {
    check("threads", threads, THREADS_MAX);
    check("contextTokens", contextTokens, CONTEXT_TOKENS_MAX);
    check("slots", slots, SLOTS_MAX);
  }

  private static void check(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " must be 1 to " + most + ": " + value);
    }
  }

  /** All cores but one, which the world and its picture need; weights as the model stores them. */
  public static LlmOptions defaults() {
    int threads =
        Math.max(1, Math.min(THREADS_MAX, Runtime.getRuntime().availableProcessors() - 1));
    return new LlmOptions(
        threads,
        CONTEXT_TOKENS_DEFAULT,
        SLOTS_DEFAULT,
        WeightFormat.AS_STORED,
        PrefillWeights.AUTO,
        DeviceChoice.AUTO,
        DecodeBy.AUTO);
  }

  public LlmOptions withThreads(int count) {
    return new LlmOptions(count, contextTokens, slots, weights, prefill, device, decode);
  }

  public LlmOptions withContextTokens(int count) {
    return new LlmOptions(threads, count, slots, weights, prefill, device, decode);
  }

  public LlmOptions withSlots(int count) {
    return new LlmOptions(threads, contextTokens, count, weights, prefill, device, decode);
  }

  public LlmOptions withWeights(WeightFormat format) {
    return new LlmOptions(threads, contextTokens, slots, format, prefill, device, decode);
  }

  public LlmOptions withPrefill(PrefillWeights format) {
    return new LlmOptions(threads, contextTokens, slots, weights, format, device, decode);
  }

  public LlmOptions withDevice(DeviceChoice choice) {
    return new LlmOptions(threads, contextTokens, slots, weights, prefill, choice, decode);
  }

  public LlmOptions withDecode(DecodeBy how) {
    return new LlmOptions(threads, contextTokens, slots, weights, prefill, device, how);
  }
}
