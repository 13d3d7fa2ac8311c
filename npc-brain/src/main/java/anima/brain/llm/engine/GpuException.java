package anima.brain.llm.engine;

import anima.world.Language;
import java.util.Arrays;

/** A graphics card cannot be used; the message is one sentence for a person. */
public final class GpuException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Longest text of a library or a system taken into a sentence, in UTF-16 units. */
  private static final int FACT_LENGTH_MAX = 160;

  private final GpuFault fault;
  private final transient Object[] facts;

  GpuException(GpuFault fault, Object... facts) {
    super(fault.sentence(Language.EN, harmless(facts)));
    this.fault = fault;
    this.facts = harmless(facts);
  }

  public GpuFault fault() {
    return fault;
  }

  /** The sentence in the language of the person who reads it. */
  public String in(Language language) {
    return fault.sentence(language, facts);
  }

  private static Object[] harmless(Object... facts) {
    return Arrays.stream(facts).map(GpuException::harmless).toArray();
  }

  private static String harmless(Object fact) {
    String said = fact instanceof Throwable thrown ? thrown.getMessage() : fact.toString();
    String text = String.valueOf(said).replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    return text.length() <= FACT_LENGTH_MAX ? text : text.substring(0, FACT_LENGTH_MAX) + "…";
  }
}
