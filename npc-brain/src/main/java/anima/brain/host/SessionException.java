package anima.brain.host;

/** Why a body cannot be taken up: one sentence for a person. */
public final class SessionException extends Exception {
  private static final long serialVersionUID = 1L;

  public SessionException(String sentence) {
    super(sentence);
  }
}
