package anima.brain.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What went wrong, one sentence each, until someone takes it; a sentence that is there already is
 * not added again, and the oldest is dropped when there are too many. Guarded by itself.
 */
final class Failures {
  static final int KEPT_MAX = 32;

  private final Deque<String> sentences = new ArrayDeque<>();

  synchronized void add(String sentence) {
    if (sentence.isEmpty() || sentences.contains(sentence)) {
      return;
    }
    if (sentences.size() == KEPT_MAX) {
      sentences.removeFirst();
    }
    sentences.addLast(sentence);
  }

  synchronized List<String> take() {
    List<String> taken = List.copyOf(sentences);
    sentences.clear();
    return taken;
  }
}
