package anima.client.cli.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How many bytes a second some threads read from memory: what bounds a model of any kind. */
final class MemoryReading {
  /** Far more than any processor's cache. */
  private static final int LONGS = 64 << 20;

  private static final int ROUNDS = 4;
  private static final double NANOS = 1e-9;

  private MemoryReading() {}

  /** The fastest of some rounds; takes about a second and half a gigabyte for that time. */
  static double bytesPerSecond(int threads) throws InterruptedException {
    long[] numbers = new long[LONGS];
    // A page that was never written has no memory of its own.
    Arrays.fill(numbers, 1);
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      if (sum(numbers, threads) != LONGS) {
        throw new IllegalStateException("the memory changed while it was read");
      }
      double seconds = (System.nanoTime() - begin) * NANOS;
      best = Math.max(best, (double) LONGS * Long.BYTES / seconds);
    }
    return best;
  }

  private static long sum(long[] numbers, int threads) throws InterruptedException {
    long[] sums = new long[threads];
    Thread[] readers =
        IntStream.range(0, threads)
            .mapToObj(i -> new Thread(() -> sums[i] = sum(numbers, i, threads), "anima-read-" + i))
            .toArray(Thread[]::new);
    for (Thread reader : readers) {
      reader.start();
    }
    for (Thread reader : readers) {
      reader.join();
    }
    return Arrays.stream(sums).sum();
  }

  /** Four sums at once, so that adding does not hold up reading. */
  private static long sum(long[] numbers, int part, int parts) {
    int from = (int) ((long) numbers.length * part / parts) & ~3;
    int to =
        part + 1 == parts
            ? numbers.length
            : (int) ((long) numbers.length * (part + 1) / parts) & ~3;
    long a = 0;
    long b = 0;
    long c = 0;
    long d = 0;
    for (int i = from; i < to; i += 4) {
      a += numbers[i];
      b += numbers[i + 1];
      c += numbers[i + 2];
      d += numbers[i + 3];
    }
    return a + b + c + d;
  }
}
