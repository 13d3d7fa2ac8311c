package anima.brain.llm.model;

import java.util.ArrayList;
import java.util.List;

/** The tensors of a Llama by their Hugging Face names. Owned by one thread. */
public final class LlamaTensors {
  public static final String EMBEDDING = "model.embed_tokens.weight";
  public static final String FINAL_NORM = "model.norm.weight";

  private final ModelConfig config;
  private final Architecture.Llama llama;
  private final List<ExpectedTensor> tensors = new ArrayList<>();

  private LlamaTensors(ModelConfig config, Architecture.Llama llama) {
    this.config = config;
    this.llama = llama;
  }

  /** The name of a part of a layer, such as {@code self_attn.q_proj.weight}. */
  public static String layer(int layer, String part) {
    return "model.layers." + layer + "." + part;
  }

  /** All but the output layer. */
  static List<ExpectedTensor> of(ModelConfig config, Architecture.Llama llama) {
    LlamaTensors expected = new LlamaTensors(config, llama);
    expected.add(EMBEDDING, config.vocabularyTokens(), config.hiddenSize());
    expected.add(FINAL_NORM, config.hiddenSize());
    for (int l = 0; l < config.layers(); l++) {
      expected.addLayer(l);
    }
    return expected.tensors;
  }

  private void addLayer(int l) {
    int hidden = config.hiddenSize();
    int wide = config.feedForwardSize();
    int queries = config.attention().queryWidth();
    int keys = config.attention().keyWidth();
    add(layer(l, "input_layernorm.weight"), hidden);
    add(layer(l, "post_attention_layernorm.weight"), hidden);
    addLinear(layer(l, "self_attn.q_proj"), queries, hidden, llama.queryBias());
    addLinear(layer(l, "self_attn.k_proj"), keys, hidden, llama.queryBias());
    addLinear(layer(l, "self_attn.v_proj"), keys, hidden, llama.queryBias());
    if (llama.headNorms()) {
      add(layer(l, "self_attn.q_norm.weight"), config.headSize());
      add(layer(l, "self_attn.k_norm.weight"), config.headSize());
    }
    addLinear(layer(l, "self_attn.o_proj"), hidden, queries, llama.outputBias());
    addLinear(layer(l, "mlp.gate_proj"), wide, hidden, llama.feedForwardBias());
    addLinear(layer(l, "mlp.up_proj"), wide, hidden, llama.feedForwardBias());
    addLinear(layer(l, "mlp.down_proj"), hidden, wide, llama.feedForwardBias());
  }

  private void addLinear(String name, int rows, int columns, boolean bias) {
    add(name + ".weight", rows, columns);
    if (bias) {
      add(name + ".bias", rows);
    }
  }

  private void add(String name, int... shape) {
    tensors.add(ExpectedTensor.of(name, shape));
  }
}
