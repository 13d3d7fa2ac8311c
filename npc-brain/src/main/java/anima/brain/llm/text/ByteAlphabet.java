package anima.brain.llm.text;

import java.util.Arrays;

/**
 * The alphabet in which GPT-2 and its successors write bytes: printable bytes of Latin-1 as
 * themselves, the others as the characters from U+0100 on, in order.
 */
final class ByteAlphabet {
  private static final int FIRST_STAND_IN = 0x100;
  private static final int[] VALUES = values();

  private ByteAlphabet() {}

  /** The byte that a character stands for, from 0 to 255; -1 for none. */
  static int value(char character) {
    return character < VALUES.length ? VALUES[character] : -1;
  }

  private static int[] values() {
    int[] values = new int[2 * FIRST_STAND_IN];
    Arrays.fill(values, -1);
    int next = FIRST_STAND_IN;
    for (int value = 0; value < FIRST_STAND_IN; value++) {
      values[isPrintable(value) ? value : next++] = value;
    }
    return values;
  }

  private static boolean isPrintable(int value) {
    return (value >= '!' && value <= '~')
        || (value >= 0xa1 && value <= 0xac)
        || (value >= 0xae && value <= 0xff);
  }
}
