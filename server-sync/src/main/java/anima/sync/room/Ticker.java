package anima.sync.room;

/** Time as a room's loop sees it. */
public interface Ticker {
  /** Nanoseconds since some fixed point. */
  long nanos();

  /** Waits until {@link #nanos()} has reached a time, or returns early when interrupted. */
  void waitUntil(long nanos) throws InterruptedException;

  /** The machine's own time. */
  static Ticker system() {
    return new Ticker() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void waitUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        if (left > 0) {
          java.util.concurrent.TimeUnit.NANOSECONDS.sleep(left);
        }
      }
    };
  }
}
