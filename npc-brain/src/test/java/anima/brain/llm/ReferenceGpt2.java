package anima.brain.llm;

import java.util.stream.IntStream;

/**
 * GPT-2 (Radford and others, "Language Models are Unsupervised Multitask Learners", 2019; layer
 * norm: arXiv 1607.06450; activation: 1606.08415). Matrices are stored as [inputs, outputs].
 */
final class ReferenceGpt2 extends Reference {
  private final String prefix;
  private final int hidden;
  private final int heads;

  ReferenceGpt2(PlainModel model) {
    super(model);
    this.prefix = model.hasTensor("wte.weight") ? "" : "transformer.";
    this.hidden = model.integer("n_embd");
    this.heads = model.integer("n_head");
  }

  @Override
  double[][] logits(int... ids) {
    double[][] stream = rows(model.matrix(prefix + "wte.weight"), ids);
    int[] positions = IntStream.range(0, ids.length).toArray();
    add(stream, rows(model.matrix(prefix + "wpe.weight"), positions));
    for (int l = 0; l < model.integer("n_layer"); l++) {
      String layer = prefix + "h." + l + ".";
      add(stream, attention(layer + "attn.", norm(stream, layer + "ln_1")));
      add(stream, feedForward(layer + "mlp.", norm(stream, layer + "ln_2")));
    }
    boolean tied = model.flag("tie_word_embeddings", true);
    String head = tied ? prefix + "wte.weight" : "lm_head.weight";
    return multiply(norm(stream, prefix + "ln_f"), model.matrix(head));
  }

  private double[][] attention(String attn, double[][] in) {
    double[][] all = linear(in, attn + "c_attn");
    double[][] q = part(all, 0);
    double[][] k = part(all, 1);
    double[][] v = part(all, 2);
    return linear(attend(q, k, v, heads, heads, hidden / heads), attn + "c_proj");
  }

  private double[][] part(double[][] all, int which) {
    double[][] part = new double[all.length][hidden];
    for (int t = 0; t < all.length; t++) {
      System.arraycopy(all[t], which * hidden, part[t], 0, hidden);
    }
    return part;
  }

  private double[][] feedForward(String mlp, double[][] in) {
    double[][] wide = linear(in, mlp + "c_fc");
    for (double[] row : wide) {
      for (int i = 0; i < row.length; i++) {
        double x = row[i];
        double inner = Math.sqrt(2 / Math.PI) * (x + 0.044715 * Math.pow(x, 3));
        row[i] = 0.5 * x * (1 + Math.tanh(inner));
      }
    }
    return linear(wide, mlp + "c_proj");
  }

  private double[][] linear(double[][] in, String name) {
    double[][] out = multiply(in, turned(model.matrix(name + ".weight")));
    addToAll(out, model.vector(name + ".bias"));
    return out;
  }

  private double[][] norm(double[][] in, String name) {
    double[] weight = model.vector(name + ".weight");
    double[] bias = model.vector(name + ".bias");
    double[][] out = new double[in.length][hidden];
    for (int t = 0; t < in.length; t++) {
      double mean = 0;
      for (double x : in[t]) {
        mean += x / hidden;
      }
      double variance = 0;
      for (double x : in[t]) {
        variance += (x - mean) * (x - mean) / hidden;
      }
      double factor = 1 / Math.sqrt(variance + model.number("layer_norm_epsilon", 1e-5));
      for (int i = 0; i < hidden; i++) {
        out[t][i] = (in[t][i] - mean) * factor * weight[i] + bias[i];
      }
    }
    return out;
  }
}
