package anima.brain.llm.text.jinja;

/** Ends the reading or running of a template; becomes a {@link JinjaException} at the border. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  Refusal(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
