package anima.brain.llm.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Cuts a text that comes piece by piece into sentences, each given out as soon as it is certain
 * that it has ended. Owned by one thread.
 */
final class SentenceCutter {
  private static final String ENDS = ".!?…。！？";
  private static final String CLOSERS = "\"'”’」』)）";

  /** From here on lie the marks of Chinese, which need no space behind them. */
  private static final char CHINESE_MARKS = 0x3000;

  private final int charactersMax;
  private final StringBuilder waiting = new StringBuilder();

  /**
   * @param charactersMax longest sentence; a longer one is cut at a space, or anywhere if it has
   *     none
   */
  SentenceCutter(int charactersMax) {
    if (charactersMax < 1) {
      throw new IllegalArgumentException("charactersMax must be 1 or more: " + charactersMax);
    }
    this.charactersMax = charactersMax;
  }

  /** Takes more of the text; returns the sentences that have ended by it. */
  List<String> take(String piece) {
    waiting.append(piece);
    List<String> sentences = new ArrayList<>();
    for (OptionalInt end = end(); end.isPresent(); end = end()) {
      cut(end.getAsInt(), sentences);
    }
    return sentences;
  }

  /** The text has ended; returns what still waits. */
  List<String> finish() {
    List<String> sentences = new ArrayList<>();
    cut(waiting.length(), sentences);
    return sentences;
  }

  private void cut(int end, List<String> sentences) {
    String sentence = waiting.substring(0, end).strip();
    waiting.delete(0, end);
    if (!sentence.isEmpty()) {
      sentences.add(sentence);
    }
  }

  /** Where the first sentence ends; empty while that is not certain. */
  private OptionalInt end() {
    int at = 0;
    while (at < waiting.length() && at < charactersMax) {
      char mark = waiting.charAt(at);
      int next = at + 1;
      if (mark == '\n') {
        return OptionalInt.of(next);
      }
      if (ENDS.indexOf(mark) >= 0) {
        while (next < waiting.length() && isTail(waiting.charAt(next))) {
          next++;
        }
        if (next < waiting.length() && endsHere(mark, waiting.charAt(next))) {
          return OptionalInt.of(Math.min(next, charactersMax));
        }
      }
      at = next;
    }
    return waiting.length() > charactersMax ? OptionalInt.of(lastSpace()) : OptionalInt.empty();
  }

  private static boolean isTail(char mark) {
    return ENDS.indexOf(mark) >= 0 || CLOSERS.indexOf(mark) >= 0;
  }

  /** A Latin sentence ends before a space (not in "3.5"), a Chinese one anywhere. */
  private static boolean endsHere(char mark, char next) {
    return mark > CHINESE_MARKS || Character.isWhitespace(next);
  }

  private int lastSpace() {
    int space = waiting.lastIndexOf(" ", charactersMax - 1);
    boolean splitsPair = Character.isHighSurrogate(waiting.charAt(charactersMax - 1));
    int anywhere = splitsPair && charactersMax > 1 ? charactersMax - 1 : charactersMax;
    return space > 0 ? space : anywhere;
  }
}
