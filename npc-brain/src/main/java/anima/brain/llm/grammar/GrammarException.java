package anima.brain.llm.grammar;

/**
 * A schema or grammar that cannot be used; the message is one sentence that says where, what and
 * what to do, for whoever wrote it.
 */
public final class GrammarException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Longest text taken from a schema into a sentence, in UTF-16 units. */
  private static final int FACT_LENGTH_MAX = 120;

  public GrammarException(String where, String what) {
    super(harmless(where) + ": " + what);
  }

  /** Schemas may be hostile: what they say is shown short and without control characters. */
  static String harmless(String fact) {
    String text = fact.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ");
    return text.length() <= FACT_LENGTH_MAX ? text : text.substring(0, FACT_LENGTH_MAX) + "…";
  }
}
