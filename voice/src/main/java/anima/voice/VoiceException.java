package anima.voice;

/**
 * Something about voice does not work, for a reason that a person can act on; text chat stays.
 * Carries one sentence in each language of the house.
 */
public final class VoiceException extends Exception {
  private static final long serialVersionUID = 1;

  private final VoiceFault fault;
  private final String chinese;

  /**
   * A fault with its particulars.
   *
   * @param arguments what the fault's sentence names, in its order
   */
  public VoiceException(VoiceFault fault, String... arguments) {
    super(fault.sentence(SpokenLanguage.EN, arguments));
    this.fault = fault;
    this.chinese = fault.sentence(SpokenLanguage.ZH, arguments);
  }

  public VoiceFault fault() {
    return fault;
  }

  /** What happened and what to do, in one sentence. */
  public String sentence(SpokenLanguage language) {
    return language == SpokenLanguage.ZH ? chinese : String.valueOf(getMessage());
  }
}
