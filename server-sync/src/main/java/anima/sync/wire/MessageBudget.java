package anima.sync.wire;

/** How many messages a client may send: a bucket that fills with time. Owned by one event loop. */
final class MessageBudget {
  static final int MESSAGES_PER_SECOND = 120;
  static final int BURST_MESSAGES_MAX = 600;
  private static final double NANOS_PER_SECOND = 1e9;

  private double left = BURST_MESSAGES_MAX;
  private long lastNanos;

  MessageBudget(long nowNanos) {
    lastNanos = nowNanos;
  }

  /** Takes one; false if none is left. */
  boolean take(long nowNanos) {
    double gained = (nowNanos - lastNanos) / NANOS_PER_SECOND * MESSAGES_PER_SECOND;
    left = Math.min(BURST_MESSAGES_MAX, left + gained);
    lastNanos = nowNanos;
    if (left < 1) {
      return false;
    }
    left -= 1;
    return true;
  }
}
