package anima.brain.bench.run;

/** A child that does not answer; the message says why, for a person. */
final class ChildException extends Exception {
  private static final long serialVersionUID = 1L;

  ChildException(String message) {
    super(message);
  }
}
