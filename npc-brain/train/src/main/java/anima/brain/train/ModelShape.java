package anima.brain.train;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures of a Llama-shaped model whose head is its embedding.
 *
 * @param keyHeads heads of keys and values, each shared by several heads of queries
 * @param hidden width of the feed-forward layers
 * @param context longest text, in tokens
 */
record ModelShape(
    int vocabulary,
    int dim,
    int layers,
    int heads,
    int keyHeads,
    int headDim,
    int hidden,
    int context) {
  static final double ROPE_THETA = 10_000;
  static final double NORM_EPSILON = 1e-5;

  /** The measures of the model that comes with the program, for a vocabulary of this size. */
  static ModelShape embedded(int vocabulary) {
    return new ModelShape(vocabulary, 256, 6, 8, 4, 32, 704, 256);
  }

  int queryWidth() {
    return heads * headDim;
  }

  int keyWidth() {
    return keyHeads * headDim;
  }

  /** Rows and columns of every matrix, in the order of training: see {@link TrainingScript}. */
  List<long[]> tensors() {
    List<long[]> shapes = new ArrayList<>();
    shapes.add(new long[] {vocabulary, dim});
    shapes.add(new long[] {dim});
    for (int layer = 0; layer < layers; layer++) {
      shapes.add(new long[] {dim});
      shapes.add(new long[] {queryWidth() + 2L * keyWidth(), dim});
      shapes.add(new long[] {dim, queryWidth()});
      shapes.add(new long[] {dim});
      shapes.add(new long[] {2L * hidden, dim});
      shapes.add(new long[] {dim, hidden});
    }
    return shapes;
  }

  long parameters() {
    return tensors().stream()
        .mapToLong(shape -> shape.length == 2 ? shape[0] * shape[1] : shape[0])
        .sum();
  }
}
