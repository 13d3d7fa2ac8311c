package anima.brain.chat.remote;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** How long to wait before a busy server is asked again. */
final class Patience {
  private static final long POLL_NANOS = 50_000_000;

  private Patience() {}

  /**
   * The wait before another try: what the server asks for, or else twice as long each time.
   *
   * @param tries how often it has been asked
   * @param retryAfter the server's header, in seconds; may be empty or anything else
   */
  static Duration before(int tries, String retryAfter, RemoteOptions options) {
    Duration wait = options.backOff().multipliedBy(1L << Math.min(tries - 1, 10));
    if (retryAfter.matches("\\d{1,6}")) {
      wait = Duration.ofSeconds(Long.parseLong(retryAfter));
    }
    return wait.compareTo(RemoteOptions.BACK_OFF_MAX) < 0 ? wait : RemoteOptions.BACK_OFF_MAX;
  }

  /** Waits; returns early when cancelled. */
  static void await(Duration time, LongSupplier nanoTime, BooleanSupplier cancelled) {
    long begin = nanoTime.getAsLong();
    long left = time.toNanos();
    while (left > 0 && !cancelled.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(Math.min(left, POLL_NANOS));
      left = time.toNanos() - (nanoTime.getAsLong() - begin);
    }
  }
}
