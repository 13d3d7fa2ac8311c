package anima.brain.llm;

import anima.brain.llm.model.Architecture;
import anima.brain.llm.model.LlamaTensors;
import anima.brain.llm.model.Matrix;
import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.ModelWeights;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A Llama in plain Java and double precision, without a cache: slow and simple, to compare with.
 * Written from the papers (arXiv 1706.03762, 1910.07467, 2002.05202, 2104.09864, 2305.13245) and
 * the layout of the weights alone.
 */
final class ReferenceLlama {
  private final ModelConfig config;
  private final Architecture.Llama llama;
  private final ModelWeights weights;
  private final Map<String, double[][]> matrices = new HashMap<>();

  ReferenceLlama(Path folder) throws ModelException {
    ModelFolder opened = ModelFolder.open(folder);
    this.config = opened.config();
    this.llama = (Architecture.Llama) config.architecture();
    this.weights = opened.weights();
  }

  /** Logits after each token, [ids][vocabulary]. */
  double[][] logits(int... ids) throws ModelException {
    double[][] stream = new double[ids.length][];
    double[][] embedding = matrix(LlamaTensors.EMBEDDING);
    for (int t = 0; t < ids.length; t++) {
      stream[t] = embedding[ids[t]].clone();
    }
    for (int l = 0; l < config.layers(); l++) {
      add(stream, attention(l, norm(stream, LlamaTensors.layer(l, "input_layernorm.weight"))));
      String norm = LlamaTensors.layer(l, "post_attention_layernorm.weight");
      add(stream, feedForward(l, norm(stream, norm)));
    }
    double[][] normal = norm(stream, LlamaTensors.FINAL_NORM);
    return multiply(normal, config.headTied() ? LlamaTensors.EMBEDDING : ModelWeights.HEAD);
  }

  private double[][] attention(int l, double[][] in) throws ModelException {
    String self = LlamaTensors.layer(l, "self_attn.");
    double[][] q = linear(in, self + "q_proj", llama.queryBias());
    double[][] k = linear(in, self + "k_proj", llama.queryBias());
    double[][] v = linear(in, self + "v_proj", llama.queryBias());
    rotate(q, config.heads());
    rotate(k, config.keyHeads());
    int size = config.headSize();
    double[][] mixed = new double[in.length][config.heads() * size];
    for (int head = 0; head < config.heads(); head++) {
      int keyHead = head / (config.heads() / config.keyHeads());
      for (int t = 0; t < in.length; t++) {
        mix(mixed[t], head * size, q[t], k, v, keyHead * size, t);
      }
    }
    return linear(mixed, self + "o_proj", llama.outputBias());
  }

  private void mix(
      double[] out, int at, double[] q, double[][] k, double[][] v, int keyAt, int last) {
    double[] scores = new double[last + 1];
    double largest = Double.NEGATIVE_INFINITY;
    for (int s = 0; s <= last; s++) {
      for (int i = 0; i < config.headSize(); i++) {
        scores[s] += q[at + i] * k[s][keyAt + i];
      }
      scores[s] /= Math.sqrt(config.headSize());
      largest = Math.max(largest, scores[s]);
    }
    double sum = 0;
    for (int s = 0; s <= last; s++) {
      scores[s] = Math.exp(scores[s] - largest);
      sum += scores[s];
    }
    for (int s = 0; s <= last; s++) {
      for (int i = 0; i < config.headSize(); i++) {
        out[at + i] += scores[s] / sum * v[s][keyAt + i];
      }
    }
  }

  private void rotate(double[][] rows, int heads) {
    int size = config.headSize();
    int half = size / 2;
    for (int t = 0; t < rows.length; t++) {
      for (int head = 0; head < heads; head++) {
        for (int i = 0; i < half; i++) {
          double angle = t * llama.rotary().frequencies().get(i);
          int a = head * size + i;
          double x = rows[t][a];
          double y = rows[t][a + half];
          rows[t][a] = x * Math.cos(angle) - y * Math.sin(angle);
          rows[t][a + half] = y * Math.cos(angle) + x * Math.sin(angle);
        }
      }
    }
  }

  private double[][] feedForward(int l, double[][] in) throws ModelException {
    String mlp = LlamaTensors.layer(l, "mlp.");
    double[][] gate = linear(in, mlp + "gate_proj", llama.feedForwardBias());
    double[][] up = linear(in, mlp + "up_proj", llama.feedForwardBias());
    for (int t = 0; t < in.length; t++) {
      for (int i = 0; i < up[t].length; i++) {
        up[t][i] *= gate[t][i] / (1 + Math.exp(-gate[t][i]));
      }
    }
    return linear(up, mlp + "down_proj", llama.feedForwardBias());
  }

  private double[][] norm(double[][] in, String name) throws ModelException {
    float[] weight = weights.vector(name);
    double[][] out = new double[in.length][];
    for (int t = 0; t < in.length; t++) {
      double squares = 0;
      for (double x : in[t]) {
        squares += x * x;
      }
      double factor = 1 / Math.sqrt(squares / in[t].length + config.normEpsilon());
      out[t] = new double[in[t].length];
      for (int i = 0; i < in[t].length; i++) {
        out[t][i] = in[t][i] * factor * weight[i];
      }
    }
    return out;
  }

  private double[][] linear(double[][] in, String name, boolean bias) throws ModelException {
    double[][] out = multiply(in, name + ".weight");
    if (bias) {
      float[] values = weights.vector(name + ".bias");
      for (double[] row : out) {
        for (int i = 0; i < row.length; i++) {
          row[i] += values[i];
        }
      }
    }
    return out;
  }

  private double[][] multiply(double[][] in, String name) throws ModelException {
    double[][] matrix = matrix(name);
    double[][] out = new double[in.length][matrix.length];
    for (int t = 0; t < in.length; t++) {
      for (int r = 0; r < matrix.length; r++) {
        for (int c = 0; c < in[t].length; c++) {
          out[t][r] += in[t][c] * matrix[r][c];
        }
      }
    }
    return out;
  }

  private double[][] matrix(String name) throws ModelException {
    double[][] known = matrices.get(name);
    if (known != null) {
      return known;
    }
    Matrix stored = weights.matrix(name);
    double[][] rows = new double[stored.rows][stored.columns];
    float[] floats = new float[stored.columns];
    for (int r = 0; r < stored.rows; r++) {
      stored.readFloats(r, floats);
      for (int c = 0; c < stored.columns; c++) {
        rows[r][c] = floats[c];
      }
    }
    matrices.put(name, rows);
    return rows;
  }

  private static void add(double[][] stream, double[][] change) {
    for (int t = 0; t < stream.length; t++) {
      for (int i = 0; i < stream[t].length; i++) {
        stream[t][i] += change[t][i];
      }
    }
  }
}
