package anima.brain.chat;

/**
 * Hears an answer while it is made. Called by one thread at a time, which it must not hold up: who
 * is slow keeps a bounded queue.
 */
@FunctionalInterface
public interface ChatListener {
  /** Does not listen. */
  ChatListener NONE = delta -> {};

  /** The next piece of text: whole characters, never empty. All pieces together are the answer. */
  void text(String delta);
}
