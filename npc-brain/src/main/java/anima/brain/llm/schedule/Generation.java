package anima.brain.llm.schedule;

import java.util.concurrent.CompletableFuture;

/** The asker's end of a {@link GenerateRequest}. All methods may be called from any thread. */
public final class Generation {
  private final CompletableFuture<Generated> done = new CompletableFuture<>();
  private volatile boolean unwanted;

  Generation() {}

  /** The text is no longer wanted: it ends within one token. */
  public void cancel() {
    unwanted = true;
  }

  /**
   * The outcome; never exceptional. What hangs on it runs on the scheduler's thread and must not
   * block.
   */
  public CompletableFuture<Generated> done() {
    return done.copy();
  }

  boolean unwanted() {
    return unwanted;
  }

  void settle(Generated outcome) {
    done.complete(outcome);
  }
}
