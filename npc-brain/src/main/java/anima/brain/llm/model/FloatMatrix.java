package anima.brain.llm.model;

import java.nio.ByteBuffer;

/** A matrix of F32, F16 or BF16 in mapped memory. Immutable; any thread. */
public final class FloatMatrix extends Matrix {
  private final MappedRows bytes;
  private final TensorType type;

  public FloatMatrix(MappedRows bytes, TensorType type, int rows, int columns) {
    super(rows, columns, Form.FLOATS);
    if (!type.isFloat()) {
      throw new IllegalArgumentException("not a float type: " + type);
    }
    this.bytes = bytes;
    this.type = type;
  }

  /** All rows in one buffer, which is little-endian. */
  public FloatMatrix(ByteBuffer bytes, TensorType type, int rows, int columns) {
    this(MappedRows.of(bytes, columns * type.bytes), type, rows, columns);
  }

  @Override
  public void readFloats(int row, float[] into) {
    ByteBuffer buffer = bytes.buffer(row);
    int at = bytes.begin(row);
    for (int i = 0; i < columns; i++) {
      into[i] =
          switch (type) {
            case F16 -> Half.toFloat(buffer.getShort(at + 2 * i));
            case BF16 -> Float.intBitsToFloat(buffer.getShort(at + 2 * i) << 16);
            default -> buffer.getFloat(at + 4 * i);
          };
    }
  }
}
