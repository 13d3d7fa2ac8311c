package anima.brain.llm.schedule;

/** How badly a text is wanted; earlier goes first. */
public enum Rank {
  /** A person waits for it. */
  PERSON_WAITS(0),
  /** Another mind, or another program, waits for it. */
  MIND_WAITS(1),
  /** Nobody waits: it gives its place to those for whom somebody does. */
  BACKGROUND(2);

  private final int place;

  Rank(int place) {
    this.place = place;
  }

  /** Place in the order before any waiting; smaller goes first. */
  int place() {
    return place;
  }
}
