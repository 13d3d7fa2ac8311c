package anima.api;

/** Why something cannot be done: one sentence, what and what to do about it. */
public final class AnimaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AnimaException(String sentence) {
    super(sentence);
  }

  AnimaException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
