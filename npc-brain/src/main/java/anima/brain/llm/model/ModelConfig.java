package anima.brain.llm.model;

import java.util.Set;

/**
 * The shape of a decoder: what all architectures have, and what is special to its own.
 *
 * @param vocabularyTokens rows of the embedding
 * @param hiddenSize width of the residual stream
 * @param feedForwardSize width of the layer between attentions
 * @param contextTokensMax longest sequence it is computed exactly for
 * @param normEpsilon added to the variance in each norm
 * @param headTied whether the output layer is the embedding
 * @param rowsInt8 whether matrices are stored as int8 rows, each with one scale
 * @param endTokens tokens that end a text; may be empty
 */
public record ModelConfig(
    ModelFamily family,
    Architecture architecture,
    int vocabularyTokens,
    int hiddenSize,
    int feedForwardSize,
    int layers,
    AttentionShape attention,
    int contextTokensMax,
    double normEpsilon,
    boolean headTied,
    boolean rowsInt8,
    Set<Integer> endTokens) {

  public ModelConfig {
    endTokens = Set.copyOf(endTokens);
  }

  public int heads() {
    return attention.heads();
  }

  public int keyHeads() {
    return attention.keyHeads();
  }

  public int headSize() {
    return attention.headSize();
  }

  /** How many numbers the model has, the tied head counted once. */
  public long parameters() {
    return ExpectedTensors.of(this).stream().mapToLong(ExpectedTensor::size).sum();
  }
}
