package anima.brain.llm.gguf;

import java.nio.ByteBuffer;

/**
 * Blocks of 256 weights with smaller blocks inside, whose scales are rounded to 6 or 8 bits
 * themselves. Stateless; any thread.
 */
final class SuperBlocks {

  private static final int WEIGHTS = 256;
  private static final int SCALE_BYTES = 12;

  private SuperBlocks() {}

  /** Q4_K: scale, minimum, 12 bytes of scales, 128 of pairs. */
  static void int4(ByteBuffer bytes, int at, float[] into, int begin) {
    int pairs = at + 4 + SCALE_BYTES;
    for (int small = 0; small < WEIGHTS / 32; small++) {
      float scale = scale(bytes, at, small);
      float least = least(bytes, at, small);
      int chunk = pairs + small / 2 * 32;
      int shift = small % 2 * 4;
      for (int i = 0; i < 32; i++) {
        into[begin + small * 32 + i] = scale * ((bytes.get(chunk + i) >> shift) & 15) - least;
      }
    }
  }

  /** Q5_K: as Q4_K with 32 bytes before the pairs, whose bit b is the fifth of small block b. */
  static void int5(ByteBuffer bytes, int at, float[] into, int begin) {
    int fifths = at + 4 + SCALE_BYTES;
    int pairs = fifths + 32;
    for (int small = 0; small < WEIGHTS / 32; small++) {
      float scale = scale(bytes, at, small);
      float least = least(bytes, at, small);
      int chunk = pairs + small / 2 * 32;
      int shift = small % 2 * 4;
      for (int i = 0; i < 32; i++) {
        int low = (bytes.get(chunk + i) >> shift) & 15;
        int number = low | (((bytes.get(fifths + i) >> small) & 1) << 4);
        into[begin + small * 32 + i] = scale * number - least;
      }
    }
  }

  private static float scale(ByteBuffer bytes, int at, int small) {
    int low = bytes.get(at + 4 + small) & 63;
    int high = small < 4 ? 0 : (bytes.get(at + small) >> 6) & 3;
    int number = small < 4 ? low : (bytes.get(at + 8 + small) & 15) | (high << 4);
    return BlockDecoder.half(bytes, at) * number;
  }

  private static float least(ByteBuffer bytes, int at, int small) {
    int high = (bytes.get(at + 4 + small) >> 6) & 3;
    int number =
        small < 4
            ? bytes.get(at + 8 + small) & 63
            : ((bytes.get(at + 8 + small) >> 4) & 15) | (high << 4);
    return BlockDecoder.half(bytes, at + 2) * number;
  }

  /**
   * Q6_K: 128 bytes with the lower four bits, 64 with the upper two, 16 signed scales of 16 weights
   * each, one scale of all. Each half of 128 weights has its own half of the bytes: the lower bits
   * of weights i and i + 64 share a byte, the upper bits of i, i + 32, i + 64 and i + 96.
   */
  static void int6(ByteBuffer bytes, int at, float[] into, int begin) {
    float scale = BlockDecoder.half(bytes, at + 208);
    for (int i = 0; i < WEIGHTS; i++) {
      int half = i / 128;
      int inHalf = i % 128;
      int low = (bytes.get(at + half * 64 + inHalf % 64) >> (inHalf / 64 * 4)) & 15;
      int high = (bytes.get(at + 128 + half * 32 + inHalf % 32) >> (inHalf / 32 * 2)) & 3;
      float small = scale * bytes.get(at + 192 + i / 16);
      into[begin + i] = small * ((low | (high << 4)) - 32);
    }
  }
}
