package anima.voice;

/**
 * What one person said in one turn.
 *
 * @param text the words, trimmed, never blank
 * @param language the language of the recogniser that heard it
 * @param confidence mean confidence of the words, 0 to 1
 * @param speaker who spoke, as the owner of the {@link Ear} named them
 * @param startMillis first sound, in milliseconds since the ear opened
 * @param endMillis end of the last voiced frame, same clock
 */
public record Utterance(
    String text,
    SpokenLanguage language,
    double confidence,
    String speaker,
    long startMillis,
    long endMillis) {
  /** Longest text, in UTF-16 units; a longer one is cut. */
  public static final int TEXT_LENGTH_MAX = 1_000;

  public Utterance {
    text = text.strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an utterance has words");
    }
    if (text.length() > TEXT_LENGTH_MAX) {
      text = cut(text);
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence is 0 to 1, not " + confidence);
    }
    if (startMillis < 0 || endMillis < startMillis) {
      throw new IllegalArgumentException("a turn from " + startMillis + " to " + endMillis + " ms");
    }
  }

  /** Never splits a surrogate pair. */
  private static String cut(String text) {
    int end = Character.isHighSurrogate(text.charAt(TEXT_LENGTH_MAX - 1)) ? 1 : 0;
    return text.substring(0, TEXT_LENGTH_MAX - end);
  }
}
