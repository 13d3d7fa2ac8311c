package anima.brain.llm.text.jinja;

/** A template that cannot be read or that refuses what it was given; the message says why. */
public final class JinjaException extends Exception {
  private static final long serialVersionUID = 1L;

  JinjaException(String message) {
    super(message);
  }
}
