package anima.brain.kernel;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The asker's end of a {@link Request}. All methods may be called from any thread. */
public final class Ticket {
  private final AtomicReference<Outcome> outcome = new AtomicReference<>();
  private volatile boolean unwanted;

  Ticket() {}

  /** What became of it; empty while it waits or runs. */
  public Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome.get());
  }

  /** The answer is no longer wanted; a running one stops within one token. */
  public void cancel() {
    unwanted = true;
  }

  boolean unwanted() {
    return unwanted;
  }

  void settle(Outcome result) {
    outcome.compareAndSet(null, result);
  }
}
