package anima.brain.llm.schedule;

import java.util.Arrays;

/** Token ids that grow at the end: a prompt and what was written behind it. Owned by one thread. */
final class TokenText {
  private int[] ids;
  private int size;

  TokenText(int[] prompt) {
    ids = Arrays.copyOf(prompt, prompt.length + 64);
    size = prompt.length;
  }

  void add(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = id;
  }

  int size() {
    return size;
  }

  int get(int at) {
    if (at < 0 || at >= size) {
      throw new IndexOutOfBoundsException("token " + at + " of " + size);
    }
    return ids[at];
  }

  /** A copy of the tokens from {@code begin} up to, without it, {@code end}. */
  int[] range(int begin, int end) {
    if (end > size) {
      throw new IndexOutOfBoundsException("token " + end + " of " + size);
    }
    return Arrays.copyOfRange(ids, begin, end);
  }
}
