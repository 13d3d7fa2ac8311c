package anima.brain.llm.vector;

import anima.brain.kernels.PackedMatrix;
import anima.brain.llm.model.Half;
import anima.brain.llm.model.Matrix;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelWeights;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Packs matrices of a model, those in blocks of 4 bits exactly. Owned by one thread. */
final class MatrixReader {
  private static final int LARGEST = 7;
  private static final int LOWEST = -8;

  private final ModelWeights weights;

  MatrixReader(ModelWeights weights) {
    this.weights = weights;
  }

  /** The matrices of some linear layers of equal width on top of each other. */
  PackedMatrix matrix(List<String> linears) throws ModelException {
    int rows = 0;
    int columns = 0;
    for (String linear : linears) {
      Matrix matrix = weights.matrix(linear + ".weight");
      rows += matrix.rows;
      columns = matrix.columns;
    }
    PackedMatrix packed = new PackedMatrix(rows, columns);
    int begin = 0;
    for (String linear : linears) {
      String name = linear + ".weight";
      begin = read(weights.matrix(name), name, packed, begin);
    }
    return packed;
  }

  PackedMatrix head() throws ModelException {
    Matrix matrix = weights.head();
    PackedMatrix packed = new PackedMatrix(matrix.rows, matrix.columns);
    read(matrix, ModelWeights.HEAD, packed, 0);
    return packed;
  }

  private int read(Matrix matrix, String name, PackedMatrix packed, int begin)
      throws ModelException {
    byte[] codes = new byte[matrix.columns];
    float[] scales = new float[matrix.columns / Matrix.BLOCK];
    short[] halves = new short[scales.length];
    float[] floats = new float[matrix.columns];
    boolean exact = matrix.form == Matrix.Form.INT4_BLOCKS;
    for (int row = 0; row < matrix.rows; row++) {
      if (exact) {
        matrix.readBlocks(row, codes, scales);
      } else {
        matrix.readFloats(row, floats);
        round(floats, codes, scales);
      }
      for (int block = 0; block < scales.length; block++) {
        if (!Float.isFinite(scales[block])) {
          throw weights.notFinite(name);
        }
        halves[block] = Half.of(scales[block]);
      }
      packed.setRow(begin + row, codes, halves);
    }
    return begin + matrix.rows;
  }

  private static void round(float[] row, byte[] codes, float[] scales) {
    for (int block = 0; block < scales.length; block++) {
      int begin = block * Matrix.BLOCK;
      float largest = 0;
      for (int i = begin; i < begin + Matrix.BLOCK; i++) {
        largest = Math.max(largest, Math.abs(row[i]));
      }
      // The scale that is stored, so that the numbers are rounded to what they will be read as.
      float scale = Half.toFloat(Half.of(largest / LARGEST));
      scales[block] = Float.isFinite(largest) ? scale : largest;
      for (int i = begin; i < begin + Matrix.BLOCK; i++) {
        int code = scale == 0 ? 0 : Math.round(row[i] / scale);
        codes[i] = (byte) Math.max(LOWEST, Math.min(LARGEST, code));
      }
    }
  }

  float[] vector(String name) throws ModelException {
    return weights.vector(name);
  }

  Optional<float[]> vector(boolean there, String name) throws ModelException {
    return there ? Optional.of(weights.vector(name)) : Optional.empty();
  }

  /** The biases of some linear layers behind each other. */
  Optional<float[]> biases(boolean there, List<String> linears) throws ModelException {
    float[] all = {};
    for (String linear : there ? linears : List.<String>of()) {
      float[] part = weights.vector(linear + ".bias");
      int begin = all.length;
      all = Arrays.copyOf(all, begin + part.length);
      System.arraycopy(part, 0, all, begin, part.length);
    }
    return there ? Optional.of(all) : Optional.empty();
  }
}
