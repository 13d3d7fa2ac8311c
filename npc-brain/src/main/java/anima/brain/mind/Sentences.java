package anima.brain.mind;

import anima.world.Action;
import java.util.ArrayList;
import java.util.List;

/** A text as sentences, each short enough to be said. */
final class Sentences {
  /** Most sentences of one answer; what follows is not said. */
  static final int SENTENCES_MAX = 8;

  private static final String ENDS = ".!?…。！？";
  private static final String CLOSERS = "\"'”’」』)）";

  private Sentences() {}

  static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < text.length() && sentences.size() < SENTENCES_MAX) {
      int next = at + 1;
      if (ENDS.indexOf(text.charAt(at)) >= 0) {
        while (next < text.length() && (ENDS + CLOSERS).indexOf(text.charAt(next)) >= 0) {
          next++;
        }
        if (next == text.length() || endsHere(text, at, next)) {
          add(text.substring(start, next), sentences);
          start = next;
        }
      }
      at = next;
    }
    if (sentences.size() < SENTENCES_MAX) {
      add(text.substring(start), sentences);
    }
    return sentences;
  }

  /** A Latin sentence ends before a space (not in "3.5"), a Chinese one anywhere. */
  private static boolean endsHere(String text, int mark, int next) {
    return text.charAt(mark) > 0x3000 || Character.isWhitespace(text.charAt(next));
  }

  private static void add(String sentence, List<String> sentences) {
    String trimmed = sentence.strip();
    if (!trimmed.isEmpty()) {
      sentences.add(
          trimmed.substring(0, Math.min(trimmed.length(), Action.SAY_LENGTH_MAX)).strip());
    }
  }
}
