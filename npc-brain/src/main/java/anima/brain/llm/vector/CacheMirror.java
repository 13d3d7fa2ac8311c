package anima.brain.llm.vector;

/**
 * The keys and values of one sequence in Java's memory, [key head][room][head size] for each
 * tensor. It follows the shared cache: what others have written there is read before a token is
 * decoded. Owned by the thread of its session.
 */
final class CacheMirror {
  private static final int ROOM_MIN = 256;

  private final int tensors;
  private final int heads;
  private final int headSize;
  private final CacheRows rows;
  private float[][] values = {};
  private int room;

  /** Tokens that it holds. */
  private int length;

  CacheMirror(int layers, int heads, int headSize, CacheRows rows) {
    this.tensors = 2 * layers;
    this.heads = heads;
    this.headSize = headSize;
    this.rows = rows;
  }

  /** Forgets the tokens from {@code count} on: they will be others. */
  void keep(int count) {
    length = Math.min(length, count);
  }

  /** Reads what is missing up to {@code count} tokens and makes room for one more. */
  void follow(int count) {
    if (count + 1 > room) {
      grow(count + 1);
    }
    if (length < count) {
      for (int tensor = 0; tensor < tensors; tensor++) {
        for (int head = 0; head < heads; head++) {
          rows.read(tensor, head, length, count, values[tensor], at(head, length));
        }
      }
      length = count;
    }
  }

  /** Everything is read again: the heads move apart. */
  private void grow(int tokens) {
    room = Math.max(ROOM_MIN, Math.max(2 * room, tokens));
    values = new float[tensors][heads * room * headSize];
    length = 0;
  }

  /** Adds the row of the next token, here and in the shared cache. */
  void put(int tensor, int head, float[] from, int begin) {
    System.arraycopy(from, begin, values[tensor], at(head, length), headSize);
    rows.write(tensor, head, length, from, begin);
  }

  /** All rows of the next token are there. */
  void next() {
    length++;
  }

  float[] tensor(int tensor) {
    return values[tensor];
  }

  /** Where the row of a token begins. */
  int at(int head, int position) {
    return (head * room + position) * headSize;
  }
}
