package anima.brain.bench.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many bytes a second some threads read together from memory: each sums an array of its own,
 * far larger than the caches, in eight sums at once so that adding does not hold up reading.
 */
public final class ReadBandwidth {
  private static final int SUMS = 8;
  private static final double NANOS = 1e-9;

  private final int threads;
  private final int longsEach;
  private final int rounds;

  /**
   * A measurement to be made.
   *
   * @param bytes of all arrays together
   * @param rounds how often all is read; the fastest counts
   */
  public ReadBandwidth(int threads, long bytes, int rounds) {
    this.threads = threads;
    this.longsEach = Math.toIntExact(bytes / threads / Long.BYTES / SUMS * SUMS);
    this.rounds = rounds;
  }

  /** Bytes a second; allocates and frees the arrays. */
  public double measure() throws InterruptedException {
    ExecutorService readers = Executors.newFixedThreadPool(threads);
    try {
      List<long[]> arrays = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        long[] array = new long[longsEach];
        // A page that was never written has no memory of its own.
        Arrays.fill(array, i + 1);
        arrays.add(array);
      }
      double best = 0;
      for (int round = 0; round < rounds; round++) {
        best = Math.max(best, round(readers, arrays));
      }
      return best;
    } finally {
      readers.shutdownNow();
    }
  }

  private double round(ExecutorService readers, List<long[]> arrays) throws InterruptedException {
    long begin = System.nanoTime();
    List<Future<Long>> sums = new ArrayList<>();
    for (long[] array : arrays) {
      sums.add(readers.submit(() -> sum(array)));
    }
    try {
      for (int i = 0; i < sums.size(); i++) {
        // Also keeps the compiler from leaving the reading out.
        if (sums.get(i).get() != (i + 1L) * longsEach) {
          throw new IllegalStateException("the memory changed while it was read");
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the memory could not be read", e);
    }
    double seconds = (System.nanoTime() - begin) * NANOS;
    return (double) threads * longsEach * Long.BYTES / seconds;
  }

  private static long sum(long... array) {
    long a = 0;
    long b = 0;
    long c = 0;
    long d = 0;
    long e = 0;
    long f = 0;
    long g = 0;
    long h = 0;
    for (int i = 0; i < array.length; i += SUMS) {
      a += array[i];
      b += array[i + 1];
      c += array[i + 2];
      d += array[i + 3];
      e += array[i + 4];
      f += array[i + 5];
      g += array[i + 6];
      h += array[i + 7];
    }
    return a + b + c + d + e + f + g + h;
  }
}
