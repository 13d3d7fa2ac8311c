package anima.brain.language;

/**
 * A word, a number or a single sign of a text.
 *
 * @param lower the word in small letters with plain apostrophes and signs
 * @param start where it begins in the text, in UTF-16 units
 * @param end where it ends, exclusive
 */
public record Word(String lower, int start, int end) {
  public boolean isLatin() {
    char first = lower.charAt(0);
    return Character.isLetter(first) && first < 0x2E80;
  }

  public boolean isDigits() {
    return Character.isDigit(lower.charAt(0));
  }

  public boolean isChinese() {
    return Character.isIdeographic(lower.codePointAt(0));
  }
}
