package anima.brain.llm.vector;

import anima.brain.llm.engine.ThreadNice;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share the parts of one step. Steps follow each other within microseconds, so a
 * member looks for the next one for a short while before it sleeps. One step at a time, callers
 * take turns; a caller works along as the first member.
 */
final class Team implements AutoCloseable {
  /** How often a member looks before it sleeps: some tens of microseconds. */
  private static final int LOOKS = 2_000;

  private final Thread[] members;
  private final AtomicInteger unfinished = new AtomicInteger();

  /** What ended a part of the step before its time. */
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private IntConsumer work = part -> {};
  private volatile int step;
  private volatile boolean closed;

  Team(int size) {
    this.members = new Thread[size - 1];
    for (int i = 0; i < members.length; i++) {
      int part = i + 1;
      members[i] = new Thread(() -> serve(part), "anima-decode-" + part);
      members[i].setDaemon(true);
      members[i].start();
    }
  }

  int size() {
    return members.length + 1;
  }

  /** Does {@code work} for each part, 0 to size − 1, and returns when all are done. */
  synchronized void run(IntConsumer work) {
    if (members.length == 0) {
      work.accept(0);
      return;
    }
    this.work = work;
    unfinished.set(members.length);
    step++;
    for (Thread member : members) {
      LockSupport.unpark(member);
    }
    try {
      work.accept(0);
    } finally {
      while (unfinished.get() > 0) {
        Thread.onSpinWait();
      }
    }
    Throwable failed = failure.getAndSet(null);
    if (failed != null) {
      throw new IllegalStateException("a part of a step failed", failed);
    }
  }

  private void serve(int part) {
    ThreadNice.lower();
    int seen = 0;
    while (!closed) {
      for (int look = 0; step == seen && look < LOOKS; look++) {
        Thread.onSpinWait();
      }
      while (step == seen && !closed) {
        LockSupport.park(this);
      }
      if (!closed) {
        seen = step;
        try {
          work.accept(part);
        } catch (RuntimeException | Error e) {
          failure.compareAndSet(null, e);
        } finally {
          unfinished.decrementAndGet();
        }
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Thread member : members) {
      LockSupport.unpark(member);
    }
  }
}
