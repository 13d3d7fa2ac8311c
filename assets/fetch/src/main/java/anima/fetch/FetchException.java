package anima.fetch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A file that could not be fetched; the message is one sentence for a person. */
public final class FetchException extends Exception {
  private static final long serialVersionUID = 1;

  /** Longest text taken from the network into a sentence, in UTF-16 units. */
  private static final int FACT_LENGTH_MAX = 200;

  private final FetchFault fault;
  private final transient List<String> facts;

  public FetchException(FetchFault fault, Object... facts) {
    this(fault, Arrays.stream(facts).map(FetchException::harmless).toList());
  }

  private FetchException(FetchFault fault, List<String> facts) {
    super(fault.sentence(Locale.ENGLISH, facts.toArray()));
    this.fault = fault;
    this.facts = facts;
  }

  public FetchFault fault() {
    return fault;
  }

  /** What the sentence names, in its order. */
  public List<String> facts() {
    return facts;
  }

  /** The HTTP status that refused the file, 0 if that was not the reason. */
  public int status() {
    return fault == FetchFault.REFUSED ? Integer.parseInt(facts.get(1)) : 0;
  }

  /** The sentence in Chinese or, for any other language, in English. */
  public String in(Locale locale) {
    return fault.sentence(locale, facts.toArray());
  }

  /** Servers may be hostile: what they say is shown short and without control characters. */
  private static String harmless(Object fact) {
    String text = String.valueOf(fact).replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ");
    return text.length() <= FACT_LENGTH_MAX ? text : text.substring(0, FACT_LENGTH_MAX) + "…";
  }
}
