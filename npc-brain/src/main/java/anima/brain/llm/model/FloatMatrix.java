package anima.brain.llm.model;

import java.nio.ByteBuffer;

/** A matrix of F32, F16 or BF16 in mapped memory. Immutable; any thread. */
public final class FloatMatrix extends Matrix {
  private final ByteBuffer bytes;
  private final TensorType type;

  public FloatMatrix(ByteBuffer bytes, TensorType type, int rows, int columns) {
    super(rows, columns, false);
    if (!type.isFloat()) {
      throw new IllegalArgumentException("not a float type: " + type);
    }
    this.bytes = bytes;
    this.type = type;
  }

  @Override
  public void readFloats(int row, float[] into) {
    int at = row * columns * type.bytes;
    for (int i = 0; i < columns; i++) {
      into[i] =
          switch (type) {
            case F16 -> Half.toFloat(bytes.getShort(at + 2 * i));
            case BF16 -> Float.intBitsToFloat(bytes.getShort(at + 2 * i) << 16);
            default -> bytes.getFloat(at + 4 * i);
          };
    }
  }

  @Override
  public float readInt8(int row, byte[] into) {
    throw new UnsupportedOperationException("rows are float");
  }
}
