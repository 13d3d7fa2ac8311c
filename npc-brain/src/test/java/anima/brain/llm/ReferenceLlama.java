package anima.brain.llm;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Llama, Mistral, Qwen2 and Qwen3 (arXiv 1910.07467, 2002.05202, 2104.09864, 2302.13971,
 * 2505.09388).
 */
final class ReferenceLlama extends Reference {
  private final boolean qwen2;
  private final boolean qwen3;
  private final int heads;
  private final int keyHeads;
  private final int size;
  private final ReferenceRotary rotary;

  ReferenceLlama(Path folder) throws IOException {
    this(new PlainModel(folder));
  }

  ReferenceLlama(PlainModel model) {
    super(model);
    String name = model.config.getAsJsonArray("architectures").get(0).getAsString();
    this.qwen2 = name.startsWith("Qwen2");
    this.qwen3 = name.startsWith("Qwen3");
    this.heads = model.integer("num_attention_heads");
    this.keyHeads = model.integer("num_key_value_heads", heads);
    this.size = model.integer("head_dim", qwen3 ? 128 : model.integer("hidden_size") / heads);
    this.rotary = new ReferenceRotary(model, size);
  }

  @Override
  double[][] logits(int... ids) {
    double[][] stream = rows(model.matrix("model.embed_tokens.weight"), ids);
    for (int l = 0; l < model.integer("num_hidden_layers"); l++) {
      String layer = "model.layers." + l + ".";
      add(stream, attention(layer + "self_attn.", norm(stream, layer + "input_layernorm.weight")));
      String norm = layer + "post_attention_layernorm.weight";
      add(stream, feedForward(layer + "mlp.", norm(stream, norm)));
    }
    boolean tied = model.flag("tie_word_embeddings", false);
    String head = tied ? "model.embed_tokens.weight" : "lm_head.weight";
    return multiply(norm(stream, "model.norm.weight"), model.matrix(head));
  }

  private double[][] attention(String self, double[][] in) {
    boolean bias = model.flag("attention_bias", false);
    double[][] q = linear(in, self + "q_proj", bias || qwen2);
    double[][] k = linear(in, self + "k_proj", bias || qwen2);
    double[][] v = linear(in, self + "v_proj", bias || qwen2);
    if (qwen3) {
      normHeads(q, heads, self + "q_norm.weight");
      normHeads(k, keyHeads, self + "k_norm.weight");
    }
    rotary.turn(q, heads);
    rotary.turn(k, keyHeads);
    return linear(attend(q, k, v, heads, keyHeads, size), self + "o_proj", bias);
  }

  private double[][] feedForward(String mlp, double[][] in) {
    boolean bias = model.flag("mlp_bias", false);
    double[][] gate = linear(in, mlp + "gate_proj", bias);
    double[][] up = linear(in, mlp + "up_proj", bias);
    for (int t = 0; t < in.length; t++) {
      for (int i = 0; i < up[t].length; i++) {
        up[t][i] *= gate[t][i] / (1 + Math.exp(-gate[t][i]));
      }
    }
    return linear(up, mlp + "down_proj", bias);
  }

  private double[][] linear(double[][] in, String name, boolean bias) {
    double[][] out = multiply(in, model.matrix(name + ".weight"));
    if (bias) {
      addToAll(out, model.vector(name + ".bias"));
    }
    return out;
  }

  private double[][] norm(double[][] in, String name) {
    double[][] out = new double[in.length][];
    for (int t = 0; t < in.length; t++) {
      out[t] = in[t].clone();
      norm(out[t], 0, in[t].length, model.vector(name));
    }
    return out;
  }

  private void normHeads(double[][] rows, int count, String name) {
    for (double[] row : rows) {
      for (int head = 0; head < count; head++) {
        norm(row, head * size, size, model.vector(name));
      }
    }
  }

  private void norm(double[] row, int at, int length, double[] weight) {
    double squares = 0;
    for (int i = 0; i < length; i++) {
      squares += row[at + i] * row[at + i];
    }
    double factor = 1 / Math.sqrt(squares / length + model.number("rms_norm_eps", 1e-6));
    for (int i = 0; i < length; i++) {
      row[at + i] *= factor * weight[i];
    }
  }
}
