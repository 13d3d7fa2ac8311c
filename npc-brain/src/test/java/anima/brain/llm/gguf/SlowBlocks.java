package anima.brain.llm.gguf;

import java.math.BigInteger;

/**
 * One weight of a block at a time, written from the description of the formats with whole numbers
 * and doubles: slow and simple, to compare with.
 */
final class SlowBlocks {
  private final byte[] block;

  SlowBlocks(byte[] block) {
    this.block = block;
  }

  double weight(GgufType type, int i) {
    return switch (type) {
      case Q4_0 -> half(0) * (nibble(2, i % 16, i / 16) - 8);
      case Q4_1 -> half(0) * nibble(4, i % 16, i / 16) + half(2);
      case Q5_0 -> half(0) * (nibble(6, i % 16, i / 16) + 16 * bit(2, i) - 16);
      case Q5_1 -> half(0) * (nibble(8, i % 16, i / 16) + 16 * bit(4, i)) + half(2);
      case Q8_0 -> half(0) * block[2 + i];
      case Q4_K -> half(0) * scale(i / 32) * nibble(16, pairByte(i), i / 32 % 2) - least(i / 32);
      case Q5_K ->
          half(0) * scale(i / 32) * (nibble(48, pairByte(i), i / 32 % 2) + 16 * fifth(i))
              - least(i / 32);
      case Q6_K -> half(208) * block[192 + i / 16] * (sixBits(i) - 32);
      default -> throw new IllegalArgumentException("no blocks: " + type);
    };
  }

  private int byteAt(int at) {
    return block[at] & 0xff;
  }

  private double half(int at) {
    int bits = byteAt(at) + 256 * byteAt(at + 1);
    int exponent = bits / 1024 % 32;
    int fraction = bits % 1024;
    double size =
        exponent == 0
            ? fraction * Math.pow(2, -24)
            : (1 + fraction / 1024.0) * Math.pow(2, exponent - 15);
    return bits >= 32768 ? -size : size;
  }

  private int nibble(int at, int index, int upper) {
    return upper == 0 ? byteAt(at + index) % 16 : byteAt(at + index) / 16;
  }

  private int bit(int at, int i) {
    return byteAt(at + i / 8) >> (i % 8) & 1;
  }

  private static int pairByte(int i) {
    return i / 64 * 32 + i % 32;
  }

  private int fifth(int i) {
    return byteAt(16 + i % 32) >> (i / 32) & 1;
  }

  /**
   * The twelve bytes as three rows of four, each row column by column: scales 0 to 3 are the lower
   * six bits of row 0, minima 0 to 3 of row 1; row 2 holds the lower four bits of scales 4 to 7
   * below and of minima 4 to 7 above, whose upper two are the upper two of rows 0 and 1.
   */
  private int scale(int small) {
    return small < 4
        ? byteAt(4 + small) % 64
        : byteAt(12 + small - 4) % 16 + byteAt(4 + small - 4) / 64 * 16;
  }

  private double least(int small) {
    int number =
        small < 4
            ? byteAt(8 + small) % 64
            : byteAt(12 + small - 4) / 16 + byteAt(8 + small - 4) / 64 * 16;
    return half(2) * number;
  }

  private int sixBits(int i) {
    int part = i / 128;
    int low = byteAt(64 * part + i % 64);
    BigInteger high = BigInteger.valueOf(byteAt(128 + 32 * part + i % 32));
    int two = high.shiftRight(2 * (i / 32 % 4)).intValue() % 4;
    return (i / 64 % 2 == 0 ? low % 16 : low / 16) + 16 * two;
  }
}
