package anima.brain.llm.graph;

import anima.brain.llm.model.Matrix;
import java.nio.ByteBuffer;

/**
 * Encodes matrix rows into blocks of unsigned 8 or 4 bit numbers around 128 or 8, the last block
 * filled up with the middle, each block with a float scale. Owned by one thread.
 */
final class BlockEncoder {
  private static final int INT8_MIDDLE = 128;
  private static final int INT8_LARGEST = 127;
  private static final int INT4_MIDDLE = 8;
  private static final int INT4_LARGEST = 7;

  private final ByteBuffer packed;
  private final ByteBuffer scales;
  private final int block;

  public BlockEncoder(ByteBuffer packed, ByteBuffer scales, int block) {
    this.packed = packed;
    this.scales = scales;
    this.block = block;
  }

  /**
   * Takes the numbers of a matrix in blocks over exactly; false when a scale is not finite.
   *
   * @param bits 8, or 4 for {@link Matrix.Form#INT4_BLOCKS}
   */
  public boolean copy(Matrix matrix, int bits) {
    byte[] codes = new byte[blocks(matrix) * block];
    float[] rowScales = new float[blocks(matrix)];
    boolean finite = true;
    for (int r = 0; r < matrix.rows; r++) {
      matrix.readBlocks(r, codes, rowScales);
      for (float scale : rowScales) {
        finite &= Float.isFinite(scale);
        scales.putFloat(scale);
      }
      if (bits == 4) {
        for (int i = 0; i < codes.length; i += 2) {
          putInt4(codes[i] + INT4_MIDDLE, codes[i + 1] + INT4_MIDDLE);
        }
      } else {
        for (byte code : codes) {
          packed.put((byte) (code + INT8_MIDDLE));
        }
      }
    }
    return finite;
  }

  /** Rounds floats; false when one is not finite. */
  public boolean encodeInt8(Matrix matrix) {
    float[] row = new float[blocks(matrix) * block];
    boolean finite = true;
    for (int r = 0; r < matrix.rows; r++) {
      matrix.readFloats(r, row);
      for (int b = 0; b < row.length; b += block) {
        float scale = scale(row, b, INT8_LARGEST);
        finite &= Float.isFinite(scale);
        scales.putFloat(scale);
        for (int i = b; i < b + block; i++) {
          packed.put((byte) (Math.round(row[i] / scale) + INT8_MIDDLE));
        }
      }
    }
    return finite;
  }

  /** Rounds floats, two to a byte, the earlier in the lower half; false when one is not finite. */
  public boolean encodeInt4(Matrix matrix) {
    float[] row = new float[blocks(matrix) * block];
    boolean finite = true;
    for (int r = 0; r < matrix.rows; r++) {
      matrix.readFloats(r, row);
      for (int b = 0; b < row.length; b += block) {
        float scale = scale(row, b, INT4_LARGEST);
        finite &= Float.isFinite(scale);
        scales.putFloat(scale);
        for (int i = b; i < b + block; i += 2) {
          int low = Math.round(row[i] / scale) + INT4_MIDDLE;
          int high = Math.round(row[i + 1] / scale) + INT4_MIDDLE;
          putInt4(low, high);
        }
      }
    }
    return finite;
  }

  private void putInt4(int low, int high) {
    packed.put((byte) (low | (high << 4)));
  }

  private int blocks(Matrix matrix) {
    return (matrix.columns + block - 1) / block;
  }

  /** The step that makes the largest number of a block the largest code; 1 for a block of zeros. */
  private float scale(float[] row, int begin, int largestCode) {
    float largest = 0;
    for (int i = begin; i < begin + block; i++) {
      largest = Math.max(largest, Math.abs(row[i]));
    }
    return largest == 0 ? 1 : largest / largestCode;
  }
}
