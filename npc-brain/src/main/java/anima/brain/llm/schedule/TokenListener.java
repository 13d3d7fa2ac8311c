package anima.brain.llm.schedule;

/**
 * Hears a text token by token as it is written, on the scheduler's thread: it must not block. What
 * it throws ends its own text and no other.
 */
@FunctionalInterface
public interface TokenListener {
  /** Hears nothing: who waits for the whole text needs no more. */
  TokenListener NONE = token -> {};

  /** A token was chosen; stop tokens are not told. */
  void token(int id);
}
