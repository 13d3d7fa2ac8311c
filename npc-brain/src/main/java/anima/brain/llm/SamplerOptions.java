package anima.brain.llm;

/**
 * How freely the next token is chosen.
 *
 * @param temperature divides the logits; 0 always takes the best token
 * @param topK chooses among the best so many; 0 among all
 * @param topP chooses among the best that together reach this probability; 1 among all
 */
public record SamplerOptions(double temperature, int topK, double topP) {
  /** Always the best token. */
  public static final SamplerOptions GREEDY = new SamplerOptions(0, 1, 1);

  public SamplerOptions {
    if (!(temperature >= 0 && temperature <= 100)) {
      throw new IllegalArgumentException("temperature must be 0 to 100: " + temperature);
    }
    if (topK < 0) {
      throw new IllegalArgumentException("topK must be 0 or more: " + topK);
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("topP must be above 0 and at most 1: " + topP);
    }
  }
}
