package anima.brain.llm.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a vocabulary writes the bytes that its tokens stand for. */
enum TokenSpelling {
  /** Each character stands for one byte, in the alphabet of GPT-2. */
  BYTE_LEVEL {
    @Override
    byte[] bytes(String token) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(token.length());
      for (int i = 0; i < token.length(); i++) {
        int value = ByteAlphabet.value(token.charAt(i));
        if (value < 0) {
          return new byte[0];
        }
        bytes.write(value);
      }
      return bytes.toByteArray();
    }
  },
  /** Characters stand for themselves, ▁ for a space and {@code <0xAB>} for one byte. */
  SENTENCE_PIECE {
    @Override
    byte[] bytes(String token) {
      Matcher single = BYTE.matcher(token);
      return single.matches()
          ? new byte[] {(byte) Integer.parseInt(single.group(1), 16)}
          : token.replace(SPACE, ' ').getBytes(StandardCharsets.UTF_8);
    }
  },
  /** Characters stand for themselves. */
  PLAIN {
    @Override
    byte[] bytes(String token) {
      return token.getBytes(StandardCharsets.UTF_8);
    }
  };

  /** What SentencePiece writes for a space. */
  static final char SPACE = '\u2581';

  private static final Pattern BYTE = Pattern.compile("<0x([0-9A-Fa-f]{2})>");

  /** The bytes of a token as the vocabulary writes it; empty when it is no part of a text. */
  abstract byte[] bytes(String token);
}
