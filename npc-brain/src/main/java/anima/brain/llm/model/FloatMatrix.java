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
            case F16 -> half(bytes.getShort(at + 2 * i));
            case BF16 -> Float.intBitsToFloat(bytes.getShort(at + 2 * i) << 16);
            default -> bytes.getFloat(at + 4 * i);
          };
    }
  }

  @Override
  public float readInt8(int row, byte[] into) {
    throw new UnsupportedOperationException("rows are float");
  }

  /** IEEE 754 binary16 to float; Java has its own only from 20 on. */
  public static float half(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0) {
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int wide = exponent == 0x1f ? 0xff : exponent + 112;
    return Float.intBitsToFloat(sign | (wide << 23) | (fraction << 13));
  }
}
