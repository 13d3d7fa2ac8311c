package anima.brain.llm.text.jinja;

/** What a template has written. Owned by one thread. */
final class Output {
  private final Budget budget;
  private final StringBuilder text = new StringBuilder();

  Output(Budget budget) {
    this.budget = budget;
  }

  void write(String piece) {
    if (text.length() + (long) piece.length() > Budget.TEXT_LENGTH_MAX) {
      throw new Refusal("it writes more than " + Budget.TEXT_LENGTH_MAX + " characters");
    }
    budget.text(piece.length());
    text.append(piece);
  }

  String text() {
    return text.toString();
  }
}
