package anima.brain.llm.model;

import java.nio.ByteBuffer;

/** A matrix of int8 rows with one scale each, in mapped memory. Immutable; any thread. */
public final class Int8Matrix extends Matrix {
  private final MappedRows bytes;
  private final float[] scales;

  public Int8Matrix(MappedRows bytes, float[] scales, int columns) {
    super(scales.length, columns, Form.INT8_ROWS);
    this.bytes = bytes;
    this.scales = scales;
  }

  @Override
  public void readFloats(int row, float[] into) {
    ByteBuffer buffer = bytes.buffer(row);
    int at = bytes.begin(row);
    float scale = scales[row];
    for (int i = 0; i < columns; i++) {
      into[i] = buffer.get(at + i) * scale;
    }
  }

  @Override
  public float readInt8(int row, byte[] into) {
    bytes.buffer(row).get(bytes.begin(row), into, 0, columns);
    return scales[row];
  }
}
