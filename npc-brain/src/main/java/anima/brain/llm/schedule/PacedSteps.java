package anima.brain.llm.schedule;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Makes steps at a pace. Owned by the thread that thinks, which rests in here. */
public final class PacedSteps {
  private final Pace pace;
  private final LongSupplier nanoTime;

  /**
   * @param nanoTime a clock such as {@link System#nanoTime}
   */
  public PacedSteps(Pace pace, LongSupplier nanoTime) {
    this.pace = pace;
    this.nanoTime = nanoTime;
  }

  /** Makes a step, then rests as the pace asks; unparking the thread ends the rest. */
  public <T> T step(Supplier<T> work) {
    pace.begin();
    long beginNanos = nanoTime.getAsLong();
    T result = work.get();
    long restNanos = pace.restNanos(nanoTime.getAsLong() - beginNanos);
    if (restNanos > 0) {
      LockSupport.parkNanos(this, restNanos);
    }
    return result;
  }
}
