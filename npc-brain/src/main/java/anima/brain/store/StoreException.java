package anima.brain.store;

import anima.brain.llm.model.ModelException;
import anima.fetch.FetchException;
import anima.world.Language;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/** Something about models by name that did not work; the message is one sentence for a person. */
public final class StoreException extends Exception {
  private static final long serialVersionUID = 1;

  /** Longest text taken from the network or a file into a sentence, in UTF-16 units. */
  private static final int FACT_LENGTH_MAX = 400;

  private final StoreFault fault;
  private final String chinese;

  public StoreException(StoreFault fault, Object... facts) {
    super(fault.sentence(Language.EN, harmless(facts)));
    this.fault = fault;
    this.chinese = fault.sentence(Language.ZH, harmless(facts));
  }

  private StoreException(StoreFault fault, String english, String chinese, Exception cause) {
    super(english, cause);
    this.fault = fault;
    this.chinese = chinese;
  }

  static StoreException of(FetchException failure) {
    return new StoreException(
        StoreFault.FETCH, failure.in(Locale.ENGLISH), failure.in(Locale.CHINESE), failure);
  }

  static StoreException of(ModelException damaged) {
    return new StoreException(
        StoreFault.MODEL, damaged.in(Language.EN), damaged.in(Language.ZH), damaged);
  }

  static StoreException unwritable(Object where, IOException failure) {
    return new StoreException(
        StoreFault.UNWRITABLE,
        where,
        failure.getClass().getSimpleName() + ": " + failure.getMessage());
  }

  public StoreFault fault() {
    return fault;
  }

  /** The sentence in the language of the person who reads it. */
  public String in(Language language) {
    return language == Language.ZH ? chinese : String.valueOf(getMessage());
  }

  private static Object[] harmless(Object... facts) {
    return Arrays.stream(facts).map(StoreException::harmless).toArray();
  }

  /** Hubs and files may be hostile: what they say is shown short and without control characters. */
  static String harmless(Object fact) {
    String text = String.valueOf(fact).replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ");
    return text.length() <= FACT_LENGTH_MAX ? text : text.substring(0, FACT_LENGTH_MAX) + "…";
  }
}
