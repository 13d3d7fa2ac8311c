package anima.brain.chat.local;

import anima.brain.llm.text.TextTokenizer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Turns tokens into text as they come, never half a character; bytes that are none become U+FFFD.
 * The blank with which some tokenizers begin a text is dropped. Owned by one thread.
 */
final class ByteText {
  /** Bytes of a character that can wait for its end. */
  private static final int WAITING_MAX = 4;

  private final TextTokenizer tokenizer;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private byte[] waiting = {};
  private boolean begun;

  /**
   * Begins a text.
   *
   * @param begun whether text stands before it, so that a blank belongs to it
   */
  ByteText(TextTokenizer tokenizer, boolean begun) {
    this.tokenizer = tokenizer;
    this.begun = begun;
  }

  String take(int token) {
    boolean plain = token < tokenizer.bytes().size() && tokenizer.bytes().length(token) > 0;
    // Added tokens have no bytes of their own: marks are nothing, but some are text.
    byte[] bytes =
        plain
            ? tokenizer.bytes().of(token)
            : tokenizer.decode(token).getBytes(StandardCharsets.UTF_8);
    return decode(bytes, false);
  }

  /** Returns what still waits. */
  String finish() {
    return decode(new byte[0], true);
  }

  private String decode(byte[] bytes, boolean last) {
    ByteBuffer in = ByteBuffer.allocate(waiting.length + bytes.length);
    in.put(waiting).put(bytes).flip();
    CharBuffer out = CharBuffer.allocate(in.remaining() + WAITING_MAX);
    decoder.decode(in, out, last);
    waiting = new byte[in.remaining()];
    in.get(waiting);
    String text = out.flip().toString();
    if (begun || text.isEmpty()) {
      return text;
    }
    begun = true;
    return text.charAt(0) == ' ' ? text.substring(1) : text;
  }
}
