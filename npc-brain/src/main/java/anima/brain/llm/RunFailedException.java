package anima.brain.llm;

/** A run of the graph did not end well: on a graphics card, that its driver has lost it. */
final class RunFailedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  RunFailedException(String what, Throwable cause) {
    super(what, cause);
  }
}
