package anima.brain.kernel;

import java.util.concurrent.TimeUnit;

/** A request in the queue: when it came, and how often it had to give way. Owned by the kernel. */
final class Waiting {
  /** Waiting this long raises a request by one class of urgency. */
  static final long AGING_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** A request that gave way this often is left to finish. */
  static final int YIELDS_MAX = 2;

  final Request request;
  final Ticket ticket = new Ticket();
  final long sequence;
  final long askedNanos;
  private int yields;

  Waiting(Request request, long sequence, long askedNanos) {
    this.request = request;
    this.sequence = sequence;
    this.askedNanos = askedNanos;
  }

  /** Class of urgency with the time waited taken into account; smaller goes first. */
  long rank(long nowNanos) {
    return Math.max(0, request.urgency().rank() - (nowNanos - askedNanos) / AGING_NANOS);
  }

  boolean tooLate(long nowNanos) {
    return nowNanos - askedNanos > request.patience().toNanos();
  }

  boolean givesWayTo(Urgency urgency) {
    return request.urgency() == Urgency.BACKGROUND
        && urgency == Urgency.PLAYER_WAITS
        && yields < YIELDS_MAX;
  }

  void gaveWay() {
    yields++;
  }
}
