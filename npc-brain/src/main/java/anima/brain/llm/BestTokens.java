package anima.brain.llm;

import java.util.Arrays;

/**
 * Keeps the best of many tokens in a heap of fixed size, whose root is the worst kept one. A token
 * is one long that sorts by logit, then by falling id. Owned by one thread.
 */
final class BestTokens {
  private static final long ID_MASK = 0xffffffffL;

  private long[] heap = {};
  private int room;
  private int size;

  /** Forgets all and makes room for so many. */
  void start(int count) {
    if (heap.length < count) {
      heap = new long[count];
    }
    room = count;
    size = 0;
  }

  void offer(int id, float logit) {
    if (Float.isNaN(logit)) {
      return;
    }
    long token =
        ((long) sortable(Float.floatToRawIntBits(logit)) << Integer.SIZE) | (~id & ID_MASK);
    if (size < room) {
      heap[size] = token;
      siftUp(size);
      size++;
    } else if (room > 0 && token > heap[0]) {
      heap[0] = token;
      siftDown();
    }
  }

  /** Maps the bits of floats to integers of the same order; applied twice, gives the bits back. */
  private static int sortable(int bits) {
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  private void siftUp(int from) {
    int at = from;
    while (at > 0 && heap[at] < heap[(at - 1) / 2]) {
      swap(at, (at - 1) / 2);
      at = (at - 1) / 2;
    }
  }

  private void siftDown() {
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= size) {
        return;
      }
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[at] <= heap[child]) {
        return;
      }
      swap(at, child);
      at = child;
    }
  }

  private void swap(int a, int b) {
    long token = heap[a];
    heap[a] = heap[b];
    heap[b] = token;
  }

  /** Sorts what was kept and returns how many there are. */
  int finish() {
    Arrays.sort(heap, 0, size);
    return size;
  }

  /** The id at a place of the finished list; 0 is the best. */
  int id(int place) {
    return (int) ~heap[size - 1 - place];
  }

  float logit(int place) {
    return Float.intBitsToFloat(sortable((int) (heap[size - 1 - place] >> Integer.SIZE)));
  }
}
