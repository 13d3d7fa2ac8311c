package anima.brain.llm.model;

import java.nio.ByteBuffer;

/** A matrix of int8 rows with one scale each, in mapped memory. Immutable; any thread. */
public final class Int8Matrix extends Matrix {
  private final ByteBuffer bytes;
  private final float[] scales;

  public Int8Matrix(ByteBuffer bytes, float[] scales, int columns) {
    super(scales.length, columns, true);
    this.bytes = bytes;
    this.scales = scales;
  }

  @Override
  public void readFloats(int row, float[] into) {
    int at = row * columns;
    float scale = scales[row];
    for (int i = 0; i < columns; i++) {
      into[i] = bytes.get(at + i) * scale;
    }
  }

  @Override
  public float readInt8(int row, byte[] into) {
    bytes.get(row * columns, into, 0, columns);
    return scales[row];
  }
}
