package anima.brain.llm.model;

import java.util.Set;

/**
 * The shape of a Llama-like decoder, as {@code config.json} describes it.
 *
 * @param vocabularyTokens rows of the embedding
 * @param hiddenSize width of the residual stream
 * @param feedForwardSize width of the gated layer
 * @param headSize width of one attention head; even
 * @param contextTokensMax longest sequence it was made for
 * @param ropeTheta base of the rotary angles
 * @param headTied whether the output layer is the embedding
 * @param queryBias whether query, key and value have biases
 * @param outputBias whether the attention's output has a bias
 * @param feedForwardBias whether the gated layers have biases
 * @param rowsInt8 whether matrices are stored as int8 rows, each with one scale
 * @param endTokens tokens that end a text; may be empty
 */
public record ModelConfig(
    Family family,
    int vocabularyTokens,
    int hiddenSize,
    int feedForwardSize,
    int layers,
    int heads,
    int keyHeads,
    int headSize,
    int contextTokensMax,
    double ropeTheta,
    double normEpsilon,
    boolean headTied,
    boolean queryBias,
    boolean outputBias,
    boolean feedForwardBias,
    boolean rowsInt8,
    Set<Integer> endTokens) {

  /** Architectures of this shape, by the name in {@code config.json}. */
  public enum Family {
    LLAMA("LlamaForCausalLM"),
    MISTRAL("MistralForCausalLM"),
    QWEN2("Qwen2ForCausalLM");

    private final String architecture;

    Family(String architecture) {
      this.architecture = architecture;
    }

    public String architecture() {
      return architecture;
    }
  }

  public ModelConfig {
    endTokens = Set.copyOf(endTokens);
  }

  public int queryWidth() {
    return heads * headSize;
  }

  public int keyWidth() {
    return keyHeads * headSize;
  }

  /** How many numbers the model has, the tied head counted once. */
  public long parameters() {
    long attention = 2L * hiddenSize * (queryWidth() + keyWidth());
    long layer = attention + 3L * hiddenSize * feedForwardSize + 2L * hiddenSize;
    long embedding = (long) vocabularyTokens * hiddenSize;
    return layers * layer + embedding * (headTied ? 1 : 2) + hiddenSize;
  }
}
