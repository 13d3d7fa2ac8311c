package anima.brain.llm.text.jinja;

/** What Python does to texts and Java does otherwise. */
final class Texts {
  private Texts() {}

  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  static String strip(String text) {
    return stripEnd(stripStart(text));
  }

  static String stripStart(String text) {
    int begin = 0;
    while (begin < text.length() && isSpace(text.charAt(begin))) {
      begin++;
    }
    return text.substring(begin);
  }

  static String stripEnd(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Without any of the characters at its beginning. */
  static String stripStart(String text, String characters) {
    int begin = 0;
    while (begin < text.length() && characters.indexOf(text.codePointAt(begin)) >= 0) {
      begin += Character.charCount(text.codePointAt(begin));
    }
    return text.substring(begin);
  }

  static String stripEnd(String text, String characters) {
    int end = text.length();
    while (end > 0 && characters.indexOf(text.codePointBefore(end)) >= 0) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(0, end);
  }

  /** The first letter large, the others small. */
  static String capitalize(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    return upper(text.substring(0, first)) + lower(text.substring(first));
  }

  /** The first letter of each word large, the others small. */
  static String title(String text) {
    StringBuilder title = new StringBuilder();
    boolean inWord = false;
    for (int c : text.codePoints().toArray()) {
      title.appendCodePoint(inWord ? Character.toLowerCase(c) : Character.toTitleCase(c));
      inWord = Character.isLetter(c);
    }
    return title.toString();
  }

  static String upper(String text) {
    return text.toUpperCase(java.util.Locale.ROOT);
  }

  static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  /** Resolves the escapes of a string in a template. */
  static String unescape(String written) {
    if (written.indexOf('\\') < 0) {
      return written;
    }
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < written.length()) {
      char c = written.charAt(at++);
      if (c != '\\' || at == written.length()) {
        text.append(c);
      } else {
        at = escape(written, at, text);
      }
    }
    return text.toString();
  }

  /** Takes the escape whose letter stands at a place; returns the place behind it. */
  private static int escape(String written, int at, StringBuilder text) {
    char c = written.charAt(at);
    int plain = "ntrabfv0\\'\"".indexOf(c);
    if (plain >= 0) {
      text.append("\n\t\r\u0007\b\f\u000b\0\\'\"".charAt(plain));
      return at + 1;
    }
    if (c == '\n') {
      return at + 1;
    }
    int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits == 0 || at + 1 + digits > written.length()) {
      text.append('\\').append(c);
      return at + 1;
    }
    try {
      text.appendCodePoint(Integer.parseInt(written, at + 1, at + 1 + digits, 16));
      return at + 1 + digits;
    } catch (IllegalArgumentException e) {
      throw new Refusal("the escape \\" + c + " needs " + digits + " hexadecimal digits");
    }
  }
}
