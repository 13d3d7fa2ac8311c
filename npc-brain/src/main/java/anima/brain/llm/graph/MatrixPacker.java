package anima.brain.llm.graph;

import ai.djl.ndarray.types.DataType;
import anima.brain.llm.engine.NativeMemory;
import anima.brain.llm.model.Matrix;
import anima.brain.llm.model.ModelWeights;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds a matrix product to a graph in the wanted format. The blocks follow ONNX Runtime's
 * MatMulNBits: unsigned numbers around a middle, one float scale a block, rows after each other.
 * Owned by one thread.
 */
final class MatrixPacker {
  /** Let the operator round activations to 8 bits, block by block. */
  private static final int INT8_ACTIVATIONS = 4;

  private static final int UNSIGNED_MIDDLE = 128;

  /** A token of zeros must not divide by zero. */
  private static final String SMALLEST_RANGE = "smallest_range";

  private final OnnxWriter graph;
  private final WeightFormat format;

  /** Inputs whose range is in the graph already. */
  private final Set<String> ranges = new HashSet<>();

  MatrixPacker(OnnxWriter graph, WeightFormat format) {
    this.graph = graph;
    this.format = format;
  }

  /** Whether the matrix can be held in one buffer of Java, which ends at 2 GB. */
  boolean fits(Matrix matrix) {
    long bytesPerWeight = format.of(matrix.form) == WeightFormat.F32 ? Float.BYTES : 1;
    return bytesPerWeight * matrix.rows * (matrix.columns + Matrix.BLOCK) <= Integer.MAX_VALUE;
  }

  /**
   * Adds {@code out = in · matrixᵀ}.
   *
   * @return whether all weights were finite numbers
   */
  boolean multiply(String in, Matrix matrix, String name, String out) {
    return switch (format.of(matrix.form)) {
      case INT8 -> multiplyBlocks(in, matrix, name, out, 8);
      case INT4 -> multiplyBlocks(in, matrix, name, out, 4);
      case INT8_ROWS -> multiplyRows(in, matrix, name, out, DataType.INT8);
      case UINT8_ROWS -> multiplyRows(in, matrix, name, out, DataType.UINT8);
      default -> multiplyFloats(in, matrix, name, out);
    };
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

  /**
   * The operator rounds all activations of a run with one scale, so that a token with large ones
   * would blur the others; each token is therefore brought to the same range before, and back
   * behind.
   */
  private boolean multiplyRows(String in, Matrix matrix, String name, String out, DataType type) {
    ByteBuffer packed = NativeMemory.bytes((long) matrix.rows * matrix.columns);
    ByteBuffer scales = NativeMemory.bytes((long) Float.BYTES * matrix.rows);
    int middle = type == DataType.UINT8 ? UNSIGNED_MIDDLE : 0;
    boolean finite = new RowEncoder(packed, scales, middle).encode(matrix);
    String scaleName = name + ModelWeights.SCALE_SUFFIX;
    String zeroName = name + "_zero";
    graph.initializer(name, type, packed, matrix.columns, matrix.rows);
    graph.initializer(scaleName, DataType.FLOAT32, scales, matrix.rows);
    graph.initializer(zeroName, type, NativeMemory.filled(matrix.rows, middle), matrix.rows);
    String range = rangeOf(in);
    String even = graph.node("Div", List.of(in, range), name + "_even");
    String product =
        graph.node(
            OnnxWriter.MICROSOFT,
            "DynamicQuantizeMatMul",
            List.of(even, name, scaleName, zeroName),
            List.of(out + "_even"));
    graph.node("Mul", List.of(product, range), out);
    return finite;
  }

  /** The largest absolute activation of each token, [batch, tokens, 1]; made once for an input. */
  private String rangeOf(String in) {
    String range = in + "_range";
    if (ranges.isEmpty()) {
      graph.initializer(SMALLEST_RANGE, DataType.FLOAT32, NativeMemory.floats(Float.MIN_NORMAL), 1);
    }
    if (ranges.add(in)) {
      String size = graph.node("Abs", List.of(in), in + "_abs");
      String largest =
          graph.node("ReduceMax", List.of(size), in + "_max", "axes", List.of(-1), "keepdims", 1);
      graph.node("Max", List.of(largest, SMALLEST_RANGE), range);
    }
    return range;
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
