package anima.brain.memory;

/** A file of memories that is not what it should be. */
final class DamagedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String why;

  DamagedException(String why) {
    super(why);
    this.why = why;
  }

  /** What is wrong, as part of a sentence. */
  String why() {
    return why;
  }
}
