package anima.brain.llm.gguf;

import anima.brain.llm.model.Half;
import java.nio.ByteBuffer;

/**
 * Turns one block of a GGUF tensor into floats, exactly (source of the layouts: ggml-org/ggml,
 * ggml-common.h and ggml-quants.c). Stateless; any thread.
 */
@FunctionalInterface
interface BlockDecoder {
  /**
   * Decodes a block.
   *
   * @param bytes little-endian, read with absolute indices
   * @param at where the block begins
   * @param into where the weights go, from {@code begin} on
   */
  void decode(ByteBuffer bytes, int at, float[] into, int begin);

  static BlockDecoder of(GgufType type) {
    return switch (type) {
      case Q4_0 -> BlockDecoder::int4;
      case Q4_1 -> BlockDecoder::int4Above;
      case Q5_0 -> BlockDecoder::int5;
      case Q5_1 -> BlockDecoder::int5Above;
      case Q8_0 -> BlockDecoder::int8;
      case Q4_K -> SuperBlocks::int4;
      case Q5_K -> SuperBlocks::int5;
      case Q6_K -> SuperBlocks::int6;
      case F32, F16, BF16 -> throw new IllegalArgumentException("no blocks: " + type);
    };
  }

  /** Weights of one simple block. */
  int WEIGHTS = 32;

  /** Bytes that hold two numbers of 4 bits each: weight i below, weight i + 16 above. */
  int PAIRS = WEIGHTS / 2;

  static float half(ByteBuffer bytes, int at) {
    return Half.toFloat(bytes.getShort(at));
  }

  private static void int4(ByteBuffer bytes, int at, float[] into, int begin) {
    float scale = half(bytes, at);
    for (int i = 0; i < PAIRS; i++) {
      int pair = bytes.get(at + 2 + i);
      into[begin + i] = scale * ((pair & 15) - 8);
      into[begin + i + PAIRS] = scale * (((pair >> 4) & 15) - 8);
    }
  }

  private static void int4Above(ByteBuffer bytes, int at, float[] into, int begin) {
    float scale = half(bytes, at);
    float least = half(bytes, at + 2);
    for (int i = 0; i < PAIRS; i++) {
      int pair = bytes.get(at + 4 + i);
      into[begin + i] = scale * (pair & 15) + least;
      into[begin + i + PAIRS] = scale * ((pair >> 4) & 15) + least;
    }
  }

  private static void int5(ByteBuffer bytes, int at, float[] into, int begin) {
    float scale = half(bytes, at);
    for (int i = 0; i < WEIGHTS; i++) {
      into[begin + i] = scale * (fiveBits(bytes, at + 2, i) - 16);
    }
  }

  private static void int5Above(ByteBuffer bytes, int at, float[] into, int begin) {
    float scale = half(bytes, at);
    float least = half(bytes, at + 2);
    for (int i = 0; i < WEIGHTS; i++) {
      into[begin + i] = scale * fiveBits(bytes, at + 4, i) + least;
    }
  }

  /** The fifth bits of all weights lie in four bytes before the pairs of the lower four. */
  static int fiveBits(ByteBuffer bytes, int at, int i) {
    int pair = bytes.get(at + 4 + i % PAIRS);
    int low = i < PAIRS ? pair & 15 : (pair >> 4) & 15;
    return low | (((bytes.getInt(at) >>> i) & 1) << 4);
  }

  private static void int8(ByteBuffer bytes, int at, float[] into, int begin) {
    float scale = half(bytes, at);
    for (int i = 0; i < WEIGHTS; i++) {
      into[begin + i] = scale * bytes.get(at + 2 + i);
    }
  }
}
