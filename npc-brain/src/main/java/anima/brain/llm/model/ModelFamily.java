package anima.brain.llm.model;

/** The families of models that the runtime computes. */
public enum ModelFamily {
  LLAMA("LlamaForCausalLM"),
  MISTRAL("MistralForCausalLM"),
  QWEN2("Qwen2ForCausalLM"),
  QWEN3("Qwen3ForCausalLM"),
  GPT2("GPT2LMHeadModel");

  private final String className;

  ModelFamily(String className) {
    this.className = className;
  }

  /** What {@code config.json} calls it under {@code architectures}. */
  public String className() {
    return className;
  }
}
