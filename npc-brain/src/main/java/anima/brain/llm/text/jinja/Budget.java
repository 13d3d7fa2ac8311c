package anima.brain.llm.text.jinja;

/**
 * What a template may still spend: each step costs one, and so do each sixteen characters or each
 * four entries that it makes. So its time and the memory it fills are bounded, whatever it does.
 * Owned by one thread.
 */
final class Budget {
  private static final long COST_MAX = 8_000_000;
  private static final int CHARACTERS_PER_STEP = 16;
  private static final int ENTRIES_PER_STEP = 4;

  /** Longest text a template may make, in UTF-16 units. */
  static final int TEXT_LENGTH_MAX = 1 << 23;

  /** Macros within macros. */
  private static final int CALLS_MAX = 64;

  private long left = COST_MAX;
  private int calls;

  void step() {
    spend(1);
  }

  /** Pays for a text before it is made. */
  void text(long length) {
    if (length > TEXT_LENGTH_MAX) {
      throw new Refusal("it makes a text longer than " + TEXT_LENGTH_MAX + " characters");
    }
    spend(1 + length / CHARACTERS_PER_STEP);
  }

  /** Pays for a list or map before it is made. */
  void entries(long count) {
    spend(1 + count / ENTRIES_PER_STEP);
  }

  /** Pays for looking for one text in another. */
  void search(String text, String part) {
    spend(1 + (long) text.length() * (1 + part.length()) / (CHARACTERS_PER_STEP * 16));
  }

  private void spend(long cost) {
    left -= cost;
    if (left < 0) {
      throw new Refusal("it takes too many steps");
    }
  }

  void enter() {
    calls++;
    if (calls > CALLS_MAX) {
      throw new Refusal("its macros call each other too deeply");
    }
  }

  void leave() {
    calls--;
  }
}
