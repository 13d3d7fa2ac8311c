package anima.brain.llm.grammar;

/**
 * The phases inside one character of a text: the well-formed sequences of UTF-8 (Unicode, table
 * 3-7), with phases of their own for what begins like a mark or a line separator, and the escapes
 * of JSON, whose surrogates come in pairs.
 */
final class TextPhase {
  static final int BETWEEN = 0;

  private static final int TAIL_1 = 1;
  private static final int TAIL_2 = 2;
  private static final int TAIL_3 = 3;
  private static final int AFTER_C2 = 4;
  private static final int AFTER_E0 = 5;
  private static final int AFTER_E2 = 6;
  private static final int AFTER_E2_80 = 7;
  private static final int AFTER_E3 = 8;
  private static final int AFTER_E3_80 = 9;
  private static final int AFTER_ED = 10;
  private static final int AFTER_EF = 11;
  private static final int AFTER_EF_BC = 12;
  private static final int AFTER_F0 = 13;
  private static final int AFTER_F4 = 14;

  /** Behind a backslash. */
  static final int ESCAPE = 20;

  /** Behind {@code \}{@code u}. */
  static final int UNICODE = 21;

  private static final int UNICODE_D = 22;
  private static final int HEX_3 = 23;
  private static final int HEX_2 = 24;
  private static final int HEX_1 = 25;
  private static final int HIGH_2 = 26;
  private static final int HIGH_1 = 27;
  private static final int LOW_BACKSLASH = 28;
  private static final int LOW_U = 29;
  private static final int LOW_D = 30;
  private static final int LOW_C = 31;

  private TextPhase() {}

  /** How many bytes the character needs at least from here. */
  static int bytesLeft(int phase) {
    return switch (phase) {
      case BETWEEN -> 0;
      case TAIL_2, AFTER_E0, AFTER_E2, AFTER_E3, AFTER_ED, AFTER_EF, HEX_2 -> 2;
      case TAIL_3, AFTER_F0, AFTER_F4, HEX_3, UNICODE_D, LOW_C -> 3;
      case UNICODE, LOW_D -> 4;
      case LOW_U -> 5;
      case LOW_BACKSLASH -> 6;
      case HIGH_1 -> 7;
      case HIGH_2 -> 8;
      default -> 1;
    };
  }

  /** The phase behind the first byte of a character beyond ASCII; -1 when none begins so. */
  static int lead(int value) {
    if (value < 0xc2 || value > 0xf4) {
      return -1;
    }
    return switch (value) {
      case 0xc2 -> AFTER_C2;
      case 0xe0 -> AFTER_E0;
      case 0xe2 -> AFTER_E2;
      case 0xe3 -> AFTER_E3;
      case 0xed -> AFTER_ED;
      case 0xef -> AFTER_EF;
      case 0xf0 -> AFTER_F0;
      case 0xf4 -> AFTER_F4;
      default -> value < 0xe0 ? TAIL_1 : value < 0xf0 ? TAIL_2 : TAIL_3;
    };
  }

  /** The phase behind a further byte; -1 when the character cannot go on so. */
  static int tail(int phase, int value) {
    if (value < 0x80 || value > 0xbf) {
      return -1;
    }
    return switch (phase) {
      case AFTER_E0 -> value >= 0xa0 ? TAIL_1 : -1;
      case AFTER_ED -> value <= 0x9f ? TAIL_1 : -1;
      case AFTER_F0 -> value >= 0x90 ? TAIL_2 : -1;
      case AFTER_F4 -> value <= 0x8f ? TAIL_2 : -1;
      case AFTER_E2 -> value == 0x80 ? AFTER_E2_80 : TAIL_1;
      case AFTER_E3 -> value == 0x80 ? AFTER_E3_80 : TAIL_1;
      case AFTER_EF -> value == 0xbc ? AFTER_EF_BC : TAIL_1;
      case TAIL_3 -> TAIL_2;
      case TAIL_2 -> TAIL_1;
      default -> BETWEEN;
    };
  }

  /** Whether the byte completes a control character, or U+2028 or U+2029, which break lines. */
  static boolean isControl(int phase, int value) {
    return (phase == AFTER_C2 && value < 0xa0)
        || (phase == AFTER_E2_80 && (value == 0xa8 || value == 0xa9));
  }

  /** Whether the byte completes one of 。！？…. */
  static boolean isMark(int phase, int value) {
    return (phase == AFTER_E3_80 && value == 0x82)
        || (phase == AFTER_EF_BC && (value == 0x81 || value == 0x9f))
        || (phase == AFTER_E2_80 && value == 0xa6);
  }

  /** Whether the byte completes one of ’”」』）. */
  static boolean isCloser(int phase, int value) {
    return (phase == AFTER_E2_80 && (value == 0x99 || value == 0x9d))
        || (phase == AFTER_E3_80 && (value == 0x8d || value == 0x8f))
        || (phase == AFTER_EF_BC && value == 0x89);
  }

  /** Whether a mark begins so. */
  static boolean leadsToMark(int phase) {
    return phase >= AFTER_E2 && phase <= AFTER_EF_BC && phase != AFTER_ED;
  }

  /** The phase behind a byte of {@code \}{@code u1234}; -1 when it cannot stand there. */
  static int hex(int phase, int value) {
    if (phase == LOW_BACKSLASH) {
      return value == '\\' ? LOW_U : -1;
    }
    if (phase == LOW_U) {
      return value == 'u' ? LOW_D : -1;
    }
    int digit = Character.digit(value, 16);
    if (digit < 0) {
      return -1;
    }
    return switch (phase) {
      case UNICODE -> digit == 0xd ? UNICODE_D : HEX_3;
      case UNICODE_D -> digit < 8 ? HEX_2 : digit < 0xc ? HIGH_2 : -1;
      case HEX_3 -> HEX_2;
      case HEX_2 -> HEX_1;
      case HIGH_2 -> HIGH_1;
      case HIGH_1 -> LOW_BACKSLASH;
      case LOW_D -> digit == 0xd ? LOW_C : -1;
      case LOW_C -> digit >= 0xc ? HEX_2 : -1;
      default -> BETWEEN;
    };
  }
}
