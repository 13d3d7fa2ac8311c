package anima.brain.chat;

/** Hears an answer while it is made, on the thread that asked. What it throws ends the answer. */
@FunctionalInterface
public interface ChatListener {
  /** Does not listen. */
  ChatListener NONE = delta -> {};

  /** The next piece of text: whole characters, never empty. All pieces together are the answer. */
  void text(String delta);
}
