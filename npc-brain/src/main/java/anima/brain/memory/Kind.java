package anima.brain.memory;

/** What a memory is about; each kind has its weight when there is no room for all. */
public enum Kind {
  /** The name that a person gave. */
  NAME(1.0),
  /** What a person works as. */
  TRADE(0.6),
  /** What a person likes. */
  LIKE(0.6),
  /** What a person has lost. */
  LOST(0.7),
  /** Words to pass on to someone. */
  MESSAGE(0.9),
  /** An appointment at a place and an hour. */
  MEETING(0.9),
  /** Words to be reminded of at an hour. */
  REMINDER(0.9),
  /** That they have met; the text is what was heard first. */
  MET(0.3);

  private final double importance;

  Kind(double importance) {
    this.importance = importance;
  }

  /** From 0 (may be forgotten first) to 1. */
  public double importance() {
    return importance;
  }
}
