package anima.fetch;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits, unless told to stop. */
final class Pause {
  private static final long MILLIS_MAX = 30_000;
  private static final long SLICE_MILLIS = 50;

  private Pause() {}

  /** Returns when the time is over, when cancelled, or with the thread's interrupt set. */
  static void of(long millis, BooleanSupplier cancelled) {
    long left = Math.min(millis, MILLIS_MAX);
    try {
      while (left > 0 && !cancelled.getAsBoolean()) {
        TimeUnit.MILLISECONDS.sleep(Math.min(left, SLICE_MILLIS));
        left -= SLICE_MILLIS;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
