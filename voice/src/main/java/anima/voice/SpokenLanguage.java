package anima.voice;

/** The languages that Anima listens to and speaks. */
public enum SpokenLanguage {
  EN("en"),
  ZH("zh");

  private final String code;

  SpokenLanguage(String code) {
    this.code = code;
  }

  /** ISO 639-1 code. */
  public String code() {
    return code;
  }
}
