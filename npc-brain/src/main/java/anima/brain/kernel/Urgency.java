package anima.brain.kernel;

/** How badly an answer is wanted; earlier goes first. */
public enum Urgency {
  /** A person has spoken to this mind and waits. */
  PLAYER_WAITS(0),
  /** Another inhabitant has spoken to this mind and waits. */
  FOLLOW_UP(1),
  /** Nobody waits. */
  BACKGROUND(2);

  private final int rank;

  Urgency(int rank) {
    this.rank = rank;
  }

  /** Place in the order before any waiting; smaller goes first. */
  int rank() {
    return rank;
  }
}
