package anima.world;

/**
 * What something is called in English and in Chinese; both present and without control characters.
 */
public record Label(String en, String zh) {
  /** Longest name, in UTF-16 units. */
  public static final int LENGTH_MAX = 64;

  public Label {
    check(en);
    check(zh);
  }

  /** A label that reads the same in both languages, as the names of visitors do. */
  public static Label same(String name) {
    return new Label(name, name);
  }

  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }

  private static void check(String name) {
    if (name.isBlank() || name.length() > LENGTH_MAX) {
      throw new IllegalArgumentException("a name has 1 to " + LENGTH_MAX + " characters");
    }
    if (name.codePoints()
        .anyMatch(
            c ->
                Character.getType(c) == Character.CONTROL
                    || Character.getType(c) == Character.FORMAT)) {
      throw new IllegalArgumentException("a name has no control characters");
    }
  }
}
