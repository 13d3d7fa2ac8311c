package anima.client.view;

/** An option that a person gave cannot be used; the message is one sentence for them. */
public final class BadOptionException extends Exception {
  private static final long serialVersionUID = 1;

  public BadOptionException(String sentence) {
    super(sentence);
  }
}
