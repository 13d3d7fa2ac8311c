package anima.brain.llm.graph;

import anima.brain.llm.model.Matrix;
import java.nio.ByteBuffer;

/**
 * Encodes a matrix as 8-bit numbers with one float scale a row, transposed: [columns, rows], as the
 * runtime's integer product wants it. Owned by one thread.
 */
final class RowEncoder {
  private static final int LARGEST = 127;

  /** Rows encoded together, so that what is written lies side by side. */
  private static final int TILE_ROWS = 64;

  private final ByteBuffer packed;
  private final ByteBuffer scales;

  /** What stands for zero. */
  private final int middle;

  RowEncoder(ByteBuffer packed, ByteBuffer scales, int middle) {
    this.packed = packed;
    this.scales = scales;
    this.middle = middle;
  }

  /** Encodes all rows; int8 rows are taken over exactly. False when a weight is not finite. */
  boolean encode(Matrix matrix) {
    byte[][] rows = new byte[TILE_ROWS][matrix.columns];
    float[] floats = new float[matrix.columns];
    byte[] line = new byte[TILE_ROWS];
    boolean finite = true;
    for (int begin = 0; begin < matrix.rows; begin += TILE_ROWS) {
      int count = Math.min(TILE_ROWS, matrix.rows - begin);
      for (int i = 0; i < count; i++) {
        float scale =
            matrix.form == Matrix.Form.INT8_ROWS
                ? matrix.readInt8(begin + i, rows[i])
                : round(matrix, begin + i, floats, rows[i]);
        finite &= Float.isFinite(scale);
        scales.putFloat(Float.BYTES * (begin + i), scale);
      }
      for (int c = 0; c < matrix.columns; c++) {
        for (int i = 0; i < count; i++) {
          line[i] = (byte) (rows[i][c] + middle);
        }
        packed.put(c * matrix.rows + begin, line, 0, count);
      }
    }
    return finite;
  }

  private static float round(Matrix matrix, int row, float[] floats, byte[] into) {
    matrix.readFloats(row, floats);
    float largest = 0;
    for (int i = 0; i < matrix.columns; i++) {
      largest = Math.max(largest, Math.abs(floats[i]));
    }
    float scale = largest == 0 ? 1 : largest / LARGEST;
    for (int i = 0; i < matrix.columns; i++) {
      into[i] = (byte) Math.round(floats[i] / scale);
    }
    return scale;
  }
}
