package anima.brain.llm;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A decoder in plain Java and double precision, without a cache: slow and simple, to compare with.
 * Written from the papers and the layout of the weights alone.
 */
abstract class Reference {
  final PlainModel model;

  Reference(PlainModel model) {
    this.model = model;
  }

  /** The reference of a model's architecture. */
  static Reference of(Path folder) throws IOException {
    return of(new PlainModel(folder));
  }

  static Reference of(PlainModel model) {
    String name = model.config.getAsJsonArray("architectures").get(0).getAsString();
    return name.startsWith("GPT2") ? new ReferenceGpt2(model) : new ReferenceLlama(model);
  }

  /** Logits after each token, [ids][vocabulary]. */
  abstract double[][] logits(int... ids);

  /**
   * Causal attention with shared key heads (arXiv 1706.03762, 2305.13245).
   *
   * @param q rows of [heads · size]
   * @param k rows of [keyHeads · size], as v
   */
  static double[][] attend(
      double[][] q, double[][] k, double[][] v, int heads, int keyHeads, int size) {
    double[][] mixed = new double[q.length][heads * size];
    for (int head = 0; head < heads; head++) {
      int keyAt = head / (heads / keyHeads) * size;
      for (int t = 0; t < q.length; t++) {
        double[] shares = shares(q[t], head * size, k, keyAt, size, t);
        for (int s = 0; s <= t; s++) {
          for (int i = 0; i < size; i++) {
            mixed[t][head * size + i] += shares[s] * v[s][keyAt + i];
          }
        }
      }
    }
    return mixed;
  }

  private static double[] shares(double[] q, int at, double[][] k, int keyAt, int size, int last) {
    double[] shares = new double[last + 1];
    double largest = Double.NEGATIVE_INFINITY;
    for (int s = 0; s <= last; s++) {
      for (int i = 0; i < size; i++) {
        shares[s] += q[at + i] * k[s][keyAt + i] / Math.sqrt(size);
      }
      largest = Math.max(largest, shares[s]);
    }
    double sum = 0;
    for (int s = 0; s <= last; s++) {
      shares[s] = Math.exp(shares[s] - largest);
      sum += shares[s];
    }
    for (int s = 0; s <= last; s++) {
      shares[s] /= sum;
    }
    return shares;
  }

  /** Rows of the matrix with those numbers. */
  static double[][] rows(double[][] matrix, int[] numbers) {
    double[][] rows = new double[numbers.length][];
    for (int t = 0; t < numbers.length; t++) {
      rows[t] = matrix[numbers[t]].clone();
    }
    return rows;
  }

  /** Each row times the matrix, whose rows make one output each. */
  static double[][] multiply(double[][] in, double[][] matrix) {
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

  static double[][] turned(double[][] matrix) {
    double[][] turned = new double[matrix[0].length][matrix.length];
    for (int r = 0; r < matrix.length; r++) {
      for (int c = 0; c < turned.length; c++) {
        turned[c][r] = matrix[r][c];
      }
    }
    return turned;
  }

  static void addToAll(double[][] rows, double[] vector) {
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] += vector[i];
      }
    }
  }

  static void add(double[][] stream, double[][] change) {
    for (int t = 0; t < stream.length; t++) {
      for (int i = 0; i < stream[t].length; i++) {
        stream[t][i] += change[t][i];
      }
    }
  }
}
