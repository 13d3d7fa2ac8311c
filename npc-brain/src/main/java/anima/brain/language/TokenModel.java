package anima.brain.language;

/** One sequence of tokens of a model that foretells the next; owned by one thread at a time. */
public interface TokenModel {
  /**
   * Appends tokens, at least one.
   *
   * @return logits of what follows the last one, one for each token of the vocabulary
   */
  float[] prefill(int... ids);

  /** Forgets all tokens behind the first {@code length}. */
  void truncate(int length);
}
