package anima.brain.llm.gguf;

import anima.brain.llm.model.Half;
import java.nio.ByteBuffer;

/**
 * Encodes a row of floats as F32, F16, Q4_0 or Q8_0. Stateless; any thread.
 *
 * <p>A Q8_0 block is a half scale and 32 signed bytes. A Q4_0 block is a half scale and 16 bytes,
 * byte i holding weight i in its lower and weight i + 16 in its upper half, each 8 more than the
 * number it means.
 */
final class GgufRowEncoder {
  private static final int BLOCK = 32;
  private static final int INT8_LARGEST = 127;
  private static final int INT4_MIDDLE = 8;
  private static final int INT4_LARGEST = 15;

  private GgufRowEncoder() {}

  static boolean knows(GgufType type) {
    return switch (type) {
      case F32, F16, Q4_0, Q8_0 -> true;
      default -> false;
    };
  }

  static void encode(GgufType type, float[] row, ByteBuffer into) {
    switch (type) {
      case F32 -> {
        for (float value : row) {
          into.putFloat(value);
        }
      }
      case F16 -> {
        for (float value : row) {
          into.putShort(Half.of(value));
        }
      }
      case Q4_0 -> {
        for (int block = 0; block < row.length; block += BLOCK) {
          encodeInt4(row, block, into);
        }
      }
      case Q8_0 -> {
        for (int block = 0; block < row.length; block += BLOCK) {
          encodeInt8(row, block, into);
        }
      }
      default -> throw new IllegalArgumentException("cannot write " + type);
    }
  }

  private static void encodeInt8(float[] row, int begin, ByteBuffer into) {
    short scale = Half.of(Math.abs(farthest(row, begin)) / INT8_LARGEST);
    float inverse = inverse(scale);
    into.putShort(scale);
    for (int i = begin; i < begin + BLOCK; i++) {
      int code = Math.round(row[i] * inverse);
      into.put((byte) Math.max(-INT8_LARGEST, Math.min(INT8_LARGEST, code)));
    }
  }

  /** The weight farthest from zero becomes −8, the one number without a counterpart. */
  private static void encodeInt4(float[] row, int begin, ByteBuffer into) {
    short scale = Half.of(farthest(row, begin) / -INT4_MIDDLE);
    float inverse = inverse(scale);
    into.putShort(scale);
    for (int i = begin; i < begin + BLOCK / 2; i++) {
      into.put((byte) (code(row[i] * inverse) | (code(row[i + BLOCK / 2] * inverse) << 4)));
    }
  }

  private static int code(float steps) {
    return Math.max(0, Math.min(INT4_LARGEST, Math.round(steps) + INT4_MIDDLE));
  }

  private static float inverse(short scale) {
    float value = Half.toFloat(scale);
    return value == 0 ? 0 : 1 / value;
  }

  private static float farthest(float[] row, int begin) {
    float farthest = 0;
    for (int i = begin; i < begin + BLOCK; i++) {
      farthest = Math.abs(row[i]) > Math.abs(farthest) ? row[i] : farthest;
    }
    return farthest;
  }
}
