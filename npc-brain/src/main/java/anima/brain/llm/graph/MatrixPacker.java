package anima.brain.llm.graph;

import ai.djl.ndarray.types.DataType;
import anima.brain.llm.engine.NativeMemory;
import anima.brain.llm.model.Matrix;
import anima.brain.llm.model.ModelWeights;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Adds a matrix product to a graph in the wanted format. The blocks follow ONNX Runtime's
 * MatMulNBits: unsigned numbers around a middle, one float scale a block, rows after each other.
 * Owned by one thread.
 */
final class MatrixPacker {
  /** Let the operator round activations to 8 bits, block by block. */
  private static final int INT8_ACTIVATIONS = 4;

  private final OnnxWriter graph;
  private final WeightFormat format;

  MatrixPacker(OnnxWriter graph, WeightFormat format) {
    this.graph = graph;
    this.format = format;
  }

  /** Whether the matrix can be held in one buffer of Java, which ends at 2 GB. */
  boolean fits(Matrix matrix) {
    long bytesPerWeight = resolve(matrix) == WeightFormat.F32 ? Float.BYTES : 1;
    return bytesPerWeight * matrix.rows * (matrix.columns + Matrix.BLOCK) <= Integer.MAX_VALUE;
  }

  /**
   * Adds {@code out = in · matrixᵀ}.
   *
   * @return whether all weights were finite numbers
   */
  boolean multiply(String in, Matrix matrix, String name, String out) {
    return switch (resolve(matrix)) {
      case INT8 -> multiplyBlocks(in, matrix, name, out, 8);
      case INT4 -> multiplyBlocks(in, matrix, name, out, 4);
      default -> multiplyFloats(in, matrix, name, out);
    };
  }

  private WeightFormat resolve(Matrix matrix) {
    if (format == WeightFormat.AS_STORED) {
      return switch (matrix.form) {
        case FLOATS -> WeightFormat.F32;
        case INT4_BLOCKS -> WeightFormat.INT4;
        case INT8_ROWS, INT8_BLOCKS, OTHER_BLOCKS -> WeightFormat.INT8;
      };
    }
    return format;
  }

  private boolean multiplyFloats(String in, Matrix matrix, String name, String out) {
    ByteBuffer transposed = NativeMemory.bytes((long) Float.BYTES * matrix.rows * matrix.columns);
    float[] row = new float[matrix.columns];
    boolean finite = true;
    for (int r = 0; r < matrix.rows; r++) {
      matrix.readFloats(r, row);
      for (int c = 0; c < matrix.columns; c++) {
        finite &= Float.isFinite(row[c]);
        transposed.putFloat(Float.BYTES * (c * matrix.rows + r), row[c]);
      }
    }
    graph.initializer(name, DataType.FLOAT32, transposed, matrix.columns, matrix.rows);
    graph.node("MatMul", List.of(in, name), out);
    return finite;
  }

  private boolean multiplyBlocks(String in, Matrix matrix, String name, String out, int bits) {
    int blocks = (matrix.columns + Matrix.BLOCK - 1) / Matrix.BLOCK;
    int blockBytes = Matrix.BLOCK * bits / Byte.SIZE;
    ByteBuffer packed = NativeMemory.bytes((long) matrix.rows * blocks * blockBytes);
    ByteBuffer scales = NativeMemory.bytes((long) Float.BYTES * matrix.rows * blocks);
    BlockEncoder encoder = new BlockEncoder(packed, scales, Matrix.BLOCK);
    boolean exact = bits == 4 ? matrix.form == Matrix.Form.INT4_BLOCKS : matrix.form.inBlocks();
    boolean finite =
        exact
            ? encoder.copy(matrix, bits)
            : bits == 4 ? encoder.encodeInt4(matrix) : encoder.encodeInt8(matrix);
    graph.initializer(name, DataType.UINT8, packed.flip(), matrix.rows, blocks, blockBytes);
    String scaleName = name + ModelWeights.SCALE_SUFFIX;
    graph.initializer(scaleName, DataType.FLOAT32, scales.flip(), matrix.rows, blocks);
    graph.node(
        OnnxWriter.MICROSOFT,
        "MatMulNBits",
        List.of(in, name, scaleName),
        List.of(out),
        "K",
        matrix.columns,
        "N",
        matrix.rows,
        "bits",
        bits,
        "block_size",
        Matrix.BLOCK,
        "accuracy_level",
        INT8_ACTIVATIONS);
    return finite;
  }
}
