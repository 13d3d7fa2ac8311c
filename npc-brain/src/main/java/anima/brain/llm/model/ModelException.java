package anima.brain.llm.model;

import anima.world.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A model that cannot be used; the message is one sentence for a person. */
public final class ModelException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Longest text taken from a file into a sentence, in UTF-16 units. */
  private static final int FACT_LENGTH_MAX = 120;

  private final ModelFault fault;
  private final transient Object[] facts;

  public ModelException(ModelFault fault, Path where, Object... facts) {
    this(fault, where.toString(), facts);
  }

  public ModelException(ModelFault fault, String where, Object... facts) {
    super(fault.sentence(Language.EN, harmless(where, facts)));
    this.fault = fault;
    this.facts = harmless(where, facts);
  }

  public ModelFault fault() {
    return fault;
  }

  /** The sentence in the language of the person who reads it. */
  public String in(Language language) {
    return fault.sentence(language, facts);
  }

  /** Files may be hostile: what they say is shown short and without control characters. */
  private static Object[] harmless(String where, Object... facts) {
    List<Object> texts = new ArrayList<>();
    texts.add(where);
    for (Object fact : facts) {
      String text = text(fact).replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ");
      texts.add(text.length() <= FACT_LENGTH_MAX ? text : text.substring(0, FACT_LENGTH_MAX) + "…");
    }
    return texts.toArray();
  }

  private static String text(Object fact) {
    if (fact instanceof Throwable thrown) {
      String message = thrown.getMessage();
      return message == null ? thrown.getClass().getSimpleName() : message;
    }
    return String.valueOf(fact);
  }
}
