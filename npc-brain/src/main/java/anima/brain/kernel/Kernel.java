package anima.brain.kernel;

import anima.brain.kernel.Outcome.Cause;
import anima.brain.language.Decider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides in which order minds may use the one model. A person who waits goes first and interrupts
 * background thinking; waiting raises everyone's rank, so that nobody waits for ever. Methods may
 * be called from any thread; {@link #runNext} is the only one that thinks, so the caller chooses
 * the thread: a {@link KernelThread}, or a test or a script that wants each step in its hands.
 */
public final class Kernel {
  /**
   * Most requests that wait. When full, the newest of the least urgent ones gives up its place, or
   * the new request is given up when none is less urgent.
   */
  public static final int WAITING_MAX = 64;

  private static final Outcome CANCELLED =
      new Outcome.GivenUp(Cause.CANCELLED, "Nobody waits for it any more.");

  private final Decider decider;
  private final LongSupplier nanoTime;
  private final Traces traces = new Traces();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();

  /** Guarded by {@link #lock}. */
  private final List<Waiting> queue = new ArrayList<>();

  /** Guarded by {@link #lock}. */
  private long sequence;

  /** Guarded by {@link #lock}. */
  private @Nullable Waiting running;

  /** Set when the running request has to give way; read between tokens. */
  private volatile boolean giveWay;

  /** Set once nothing is wanted any more; read between tokens. */
  private volatile boolean stopped;

  /**
   * @param nanoTime a clock such as {@link System#nanoTime}; one that stands still makes runs
   *     repeat exactly
   */
  public Kernel(Decider decider, LongSupplier nanoTime) {
    this.decider = decider;
    this.nanoTime = nanoTime;
  }

  /** Queues a request; never blocks. */
  public Ticket ask(Request request) {
    lock.lock();
    try {
      Waiting waiting = new Waiting(request, sequence++, nanoTime.getAsLong());
      if (queue.size() >= WAITING_MAX && !makeRoomFor(waiting)) {
        crowdOut(waiting);
        return waiting.ticket;
      }
      queue.add(waiting);
      if (running != null && running.givesWayTo(request.urgency())) {
        giveWay = true;
      }
      arrived.signal();
      return waiting.ticket;
    } finally {
      lock.unlock();
    }
  }

  /** Thinks about the request that is first in line, on the calling thread; false when none was. */
  public boolean runNext() {
    Waiting next = takeFirst();
    if (next == null) {
      return false;
    }
    long startNanos = nanoTime.getAsLong();
    if (unwanted(next)) {
      finish(next, startNanos, CANCELLED);
    } else if (next.tooLate(startNanos)) {
      finish(next, startNanos, new Outcome.GivenUp(Cause.TOO_LATE, "It waited too long."));
    } else {
      think(next, startNanos);
    }
    return true;
  }

  /** Gives up the running request within one token, and each one after it. */
  public void stop() {
    stopped = true;
  }

  /** Waits until a request is there or the time is over; false when none is. */
  boolean await(long timeoutMillis) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
      while (queue.isEmpty() && left > 0) {
        left = arrived.awaitNanos(left);
      }
      return !queue.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Whether nothing waits and nothing runs. */
  public boolean idle() {
    lock.lock();
    try {
      return queue.isEmpty() && running == null;
    } finally {
      lock.unlock();
    }
  }

  /** The last requests of a mind with what became of them, oldest first. */
  public List<Trace> why(String who) {
    return traces.of(who);
  }

  private void think(Waiting next, long startNanos) {
    try {
      var decision =
          decider.decide(
              next.request.situation(), next.request.seed(), () -> giveWay || unwanted(next));
      finish(next, startNanos, new Outcome.Decided(decision));
    } catch (CancellationException interrupted) {
      if (unwanted(next)) {
        finish(next, startNanos, CANCELLED);
      } else {
        putBack(next);
      }
    } catch (RuntimeException failure) {
      String sentence = "The model failed: " + failure + ".";
      finish(next, startNanos, new Outcome.GivenUp(Cause.FAILED, sentence));
    }
  }

  private boolean unwanted(Waiting waiting) {
    return stopped || waiting.ticket.unwanted();
  }

  private @Nullable Waiting takeFirst() {
    lock.lock();
    try {
      long now = nanoTime.getAsLong();
      var first =
          queue.stream()
              .min(
                  Comparator.comparingLong((Waiting w) -> w.rank(now))
                      .thenComparingLong(w -> w.sequence));
      first.ifPresent(queue::remove);
      running = first.orElse(null);
      giveWay = false;
      return running;
    } finally {
      lock.unlock();
    }
  }

  private void putBack(Waiting interrupted) {
    lock.lock();
    try {
      interrupted.gaveWay();
      queue.add(interrupted);
      running = null;
    } finally {
      lock.unlock();
    }
  }

  private void finish(Waiting waiting, long startNanos, Outcome outcome) {
    record(waiting, startNanos, outcome);
    lock.lock();
    try {
      running = null;
    } finally {
      lock.unlock();
    }
    waiting.ticket.settle(outcome);
  }

  /** Called with the lock held. */
  private boolean makeRoomFor(Waiting waiting) {
    var victim =
        queue.stream()
            .filter(w -> w.request.urgency().compareTo(waiting.request.urgency()) > 0)
            .max(
                Comparator.comparing((Waiting w) -> w.request.urgency())
                    .thenComparingLong(w -> w.sequence));
    victim.ifPresent(
        w -> {
          queue.remove(w);
          crowdOut(w);
        });
    return victim.isPresent();
  }

  private void crowdOut(Waiting waiting) {
    Outcome outcome = new Outcome.GivenUp(Cause.CROWDED_OUT, "Too many requests were more urgent.");
    record(waiting, nanoTime.getAsLong(), outcome);
    waiting.ticket.settle(outcome);
  }

  private void record(Waiting waiting, long startNanos, Outcome outcome) {
    Request request = waiting.request;
    traces.add(
        new Trace(
            request.who(),
            request.urgency(),
            request.situation(),
            outcome,
            (startNanos - waiting.askedNanos) / 1e6,
            (nanoTime.getAsLong() - startNanos) / 1e6));
  }
}
