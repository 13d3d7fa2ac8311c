package anima.brain.language;

/** What fills a role in an answer: something linked, or words copied from the utterance. */
public sealed interface Filler {
  /** Something that has a slot in the prompt. */
  record Linked(SlotKind kind, String key) implements Filler {
    @Override
    public <T> T accept(Handler<T> handler) {
      return handler.linked(this);
    }
  }

  /** Pieces {@code from} to {@code to} exclusive of the utterance. */
  record Copied(int from, int to) implements Filler {
    @Override
    public <T> T accept(Handler<T> handler) {
      return handler.copied(this);
    }
  }

  <T> T accept(Handler<T> handler);

  /** Handles either kind. */
  interface Handler<T> {
    T linked(Linked linked);

    T copied(Copied copied);
  }
}
