package anima.brain.llm.text;

import java.util.Arrays;

/**
 * Joins tokens to text as they come. A character may spread over several tokens, and some
 * tokenizers drop a space at the beginning of what they decode; so a token is decoded together with
 * those before it and text is given out only up to a whole character. Owned by one thread.
 */
final class TextAssembler {
  private static final char UNFINISHED = '\ufffd';

  /** Tokens that may wait for the end of their character; then it is given out as it is. */
  private static final int WAITING_MAX = 16;

  private final TextTokenizer tokenizer;

  /** Tokens already given out, kept as context, then those that wait. */
  private int[] tokens = {};

  private int given;

  TextAssembler(TextTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** Takes a token; returns the text that is whole now, which may be empty. */
  String take(int token) {
    tokens = Arrays.copyOf(tokens, tokens.length + 1);
    tokens[tokens.length - 1] = token;
    String text = tokenizer.decode(tokens);
    boolean unfinished = text.isEmpty() || text.charAt(text.length() - 1) == UNFINISHED;
    return unfinished && tokens.length - given < WAITING_MAX ? "" : give(text);
  }

  /** Returns what still waits. */
  String finish() {
    return tokens.length == given ? "" : give(tokenizer.decode(tokens));
  }

  private String give(String text) {
    String before = tokenizer.decode(Arrays.copyOf(tokens, given));
    tokens = Arrays.copyOfRange(tokens, given, tokens.length);
    given = tokens.length;
    return text.substring(Math.min(before.length(), text.length()));
  }
}
