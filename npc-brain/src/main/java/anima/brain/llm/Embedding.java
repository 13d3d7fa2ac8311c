package anima.brain.llm;

import anima.brain.llm.model.Matrix;
import java.nio.FloatBuffer;

/**
 * Turns token ids into the rows of the embedding. It stays outside the graph, mapped from the file:
 * a run needs only a few of its rows. Owned by the thread of its session.
 */
final class Embedding {
  private final Matrix matrix;
  private final float[] row;

  Embedding(Matrix matrix) {
    this.matrix = matrix;
    this.row = new float[matrix.columns];
  }

  /** Writes the rows of {@code ids[begin..end)} from row {@code first} of the buffer. */
  void read(int[] ids, int begin, int end, FloatBuffer into, int first) {
    for (int i = begin; i < end; i++) {
      matrix.readFloats(ids[i], row);
      into.put((first + i - begin) * row.length, row);
    }
  }

  /** Reads the row of one token. */
  void read(int id, float[] into) {
    matrix.readFloats(id, into);
  }
}
