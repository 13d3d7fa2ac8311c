package anima.brain.llm.model;

import java.util.ArrayList;
import java.util.List;

/** The tensors of a GPT-2 by their Hugging Face names. Owned by one thread. */
public final class Gpt2Tensors {
  public static final String EMBEDDING = "wte.weight";
  public static final String POSITIONS = "wpe.weight";
  public static final String FINAL_NORM = "ln_f";

  /** Some files have this before every name. */
  static final String PREFIX = "transformer.";

  private final ModelConfig config;
  private final List<ExpectedTensor> tensors = new ArrayList<>();

  private Gpt2Tensors(ModelConfig config) {
    this.config = config;
  }

  /** The name of a part of a layer, such as {@code attn.c_attn}. */
  public static String layer(int layer, String part) {
    return "h." + layer + "." + part;
  }

  /** All but the output layer. */
  static List<ExpectedTensor> of(ModelConfig config) {
    Gpt2Tensors expected = new Gpt2Tensors(config);
    int hidden = config.hiddenSize();
    expected.tensors.add(ExpectedTensor.of(EMBEDDING, config.vocabularyTokens(), hidden));
    expected.tensors.add(ExpectedTensor.of(POSITIONS, config.contextTokensMax(), hidden));
    expected.addNorm(FINAL_NORM);
    for (int l = 0; l < config.layers(); l++) {
      expected.addLayer(l);
    }
    return expected.tensors;
  }

  private void addLayer(int l) {
    int hidden = config.hiddenSize();
    int wide = config.feedForwardSize();
    addNorm(layer(l, "ln_1"));
    addLinear(layer(l, "attn.c_attn"), 3 * hidden, hidden);
    addLinear(layer(l, "attn.c_proj"), hidden, hidden);
    addNorm(layer(l, "ln_2"));
    addLinear(layer(l, "mlp.c_fc"), wide, hidden);
    addLinear(layer(l, "mlp.c_proj"), hidden, wide);
  }

  private void addNorm(String name) {
    tensors.add(ExpectedTensor.of(name + ".weight", config.hiddenSize()));
    tensors.add(ExpectedTensor.of(name + ".bias", config.hiddenSize()));
  }

  /** Stored as [inputs, outputs]. */
  private void addLinear(String name, int outputs, int inputs) {
    tensors.add(ExpectedTensor.of(name + ".weight", outputs, inputs).turned());
    tensors.add(ExpectedTensor.of(name + ".bias", outputs));
  }
}
