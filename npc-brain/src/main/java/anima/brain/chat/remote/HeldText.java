package anima.brain.chat.remote;

import anima.brain.chat.ChatListener;

/**
 * Hands on an answer as it comes; but one that should be JSON only if it begins as such and the
 * server holds the model to it, because what a model wrote around its object is not for whoever
 * listens. Owned by one thread.
 */
final class HeldText {
  private final ChatListener listener;
  private final boolean json;
  private boolean held;
  private boolean begun;

  HeldText(ChatListener listener, boolean json, SchemaMode mode) {
    this.listener = listener;
    this.json = json;
    this.held = json && mode != SchemaMode.SCHEMA;
  }

  /** Takes a piece, which is not empty. */
  void accept(String piece) {
    if (json && !begun) {
      held = held || piece.charAt(0) != '{';
    }
    begun = true;
    if (!held) {
      listener.text(piece);
    }
  }

  boolean nothingHeard() {
    return held || !begun;
  }

  /** Hands on what an answer has come to, unless it has been heard. */
  void release(String text) {
    if (held && !text.isEmpty()) {
      listener.text(text);
    }
  }
}
