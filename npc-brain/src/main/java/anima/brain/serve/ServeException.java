package anima.brain.serve;

import anima.world.Language;

/** A model that cannot be served; the message is one sentence for a person. */
public final class ServeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ServeFault fault;
  private final transient Object[] facts;

  ServeException(ServeFault fault, Object... facts) {
    super(fault.sentence(Language.EN, facts));
    this.fault = fault;
    this.facts = facts.clone();
  }

  public ServeFault fault() {
    return fault;
  }

  /** The sentence in the language of the person who reads it. */
  public String in(Language language) {
    return fault.sentence(language, facts);
  }
}
