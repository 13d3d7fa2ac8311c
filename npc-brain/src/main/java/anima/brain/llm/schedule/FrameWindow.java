package anima.brain.llm.schedule;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The last frame times, written by one thread without locks or allocation and read by another. The
 * reader may see a frame more or less than there is; that is good enough for a percentile.
 */
final class FrameWindow {
  private static final double PERCENTILE = 0.99;

  private final AtomicLongArray nanos;
  private volatile int written;

  FrameWindow(int frames) {
    nanos = new AtomicLongArray(frames);
  }

  /** By the writer. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  void add(long frameNanos) {
    int at = written;
    nanos.lazySet(Math.floorMod(at, nanos.length()), frameNanos);
    // One writer: nobody else changes the count.
    written = at + 1;
  }

  /** How many frames were ever written; wraps around. By any thread. */
  int written() {
    return written;
  }

  /**
   * Nearest-rank 99th percentile. By the reader.
   *
   * @param newest how many of the newest frames to look at, at most; not more than were written
   */
  long p99Nanos(int newest) {
    int end = written;
    int count = Math.min(newest, nanos.length());
    long[] sorted = new long[count];
    for (int i = 0; i < count; i++) {
      sorted[i] = nanos.get(Math.floorMod(end - 1 - i, nanos.length()));
    }
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(PERCENTILE * count) - 1];
  }
}
