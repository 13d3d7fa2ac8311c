package anima.brain.language;

import java.util.function.BooleanSupplier;

/** Answers one situation. Implementations say whether they may be shared between threads. */
public interface Decider {
  /**
   * Decides; deterministic for equal situations and seed.
   *
   * @param cancelled asked between tokens; once true, the decision is given up
   * @throws java.util.concurrent.CancellationException when given up
   */
  Decision decide(Situation situation, long seed, BooleanSupplier cancelled);
}
