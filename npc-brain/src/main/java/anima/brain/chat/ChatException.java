package anima.brain.chat;

import anima.world.Language;
import java.util.Arrays;

/** A model that does not answer; the message is one sentence for a person. */
public final class ChatException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Longest text taken from a model or a server into a sentence, in UTF-16 units. */
  private static final int FACT_LENGTH_MAX = 200;

  private final ChatFault fault;
  private final transient Object[] facts;

  public ChatException(ChatFault fault, Object... facts) {
    super(fault.sentence(Language.EN, harmless(facts)));
    this.fault = fault;
    this.facts = harmless(facts);
  }

  public ChatFault fault() {
    return fault;
  }

  /** The sentence in the language of the person who reads it. */
  public String in(Language language) {
    return fault.sentence(language, facts);
  }

  /** Servers may be hostile: what they say is shown short and without control characters. */
  private static Object[] harmless(Object... facts) {
    return Arrays.stream(facts).map(ChatException::harmless).toArray();
  }

  private static Object harmless(Object fact) {
    String text = text(fact).replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    return text.length() <= FACT_LENGTH_MAX ? text : text.substring(0, FACT_LENGTH_MAX) + "…";
  }

  private static String text(Object fact) {
    if (fact instanceof Throwable thrown) {
      String message = thrown.getMessage();
      return message == null ? thrown.getClass().getSimpleName() : message;
    }
    return String.valueOf(fact);
  }
}
