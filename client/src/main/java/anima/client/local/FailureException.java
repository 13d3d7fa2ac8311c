package anima.client.local;

/** Why something cannot be done: one sentence for a person, what, where and what to do. */
public final class FailureException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  public FailureException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }

  /** The sentence of an exception that already carries one. */
  public static FailureException of(Exception cause) {
    String message = cause.getMessage();
    FailureException failure =
        new FailureException(message == null ? cause.getClass().getSimpleName() : message);
    failure.initCause(cause);
    return failure;
  }
}
