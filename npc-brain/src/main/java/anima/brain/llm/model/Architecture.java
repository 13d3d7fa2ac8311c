package anima.brain.llm.model;

/** How a decoder computes; several families share one. */
public sealed interface Architecture {

  /** Calls the method of the handler that is made for this architecture. */
  <R, X extends Exception> R handle(Handler<R, X> handler) throws X;

  /** The name of the tensor that turns tokens into vectors. */
  String embedding();

  /**
   * Llama and what descends from it (arXiv 2302.13971): root mean square norms, rotary positions, a
   * gated feed-forward layer.
   *
   * @param queryBias whether query, key and value have biases
   * @param outputBias whether the attention's output has a bias
   * @param feedForwardBias whether the gated layers have biases
   * @param headNorms whether each head of query and key is normalised before it is turned, as in
   *     Qwen3 (arXiv 2505.09388)
   */
  record Llama(
      Rotary rotary,
      boolean queryBias,
      boolean outputBias,
      boolean feedForwardBias,
      boolean headNorms)
      implements Architecture {
    @Override
    public <R, X extends Exception> R handle(Handler<R, X> handler) throws X {
      return handler.llama(this);
    }

    @Override
    public String embedding() {
      return LlamaTensors.EMBEDDING;
    }
  }

  /** GPT-2: layer norms and biases everywhere, learned positions, a plain feed-forward layer. */
  record Gpt2() implements Architecture {
    @Override
    public <R, X extends Exception> R handle(Handler<R, X> handler) throws X {
      return handler.gpt2(this);
    }

    @Override
    public String embedding() {
      return Gpt2Tensors.EMBEDDING;
    }
  }

  /** One method for each architecture; X is what they throw. */
  interface Handler<R, X extends Exception> {
    R llama(Llama llama) throws X;

    R gpt2(Gpt2 gpt2) throws X;
  }
}
