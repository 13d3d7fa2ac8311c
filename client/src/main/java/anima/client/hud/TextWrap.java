package anima.client.hud;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Breaks text into lines: between words, and between any two Chinese letters. */
public final class TextWrap {
  private static final String NOT_AT_LINE_START = "，。！？；：、）》”’,.!?;:)";

  private TextWrap() {}

  /**
   * Breaks a text into lines no wider than a width, joined by line feeds.
   *
   * @param advance width of a code point, in the same unit as {@code widthMax}
   */
  public static String wrap(String text, double widthMax, IntToDoubleFunction advance) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    double width = 0;
    for (String piece : pieces(text)) {
      double wide = piece.codePoints().mapToDouble(advance).sum();
      boolean clings = NOT_AT_LINE_START.indexOf(piece.charAt(0)) >= 0;
      if (piece.equals("\n") || (width + wide > widthMax && width > 0 && !clings)) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        width = 0;
      }
      if (!(piece.isBlank() && width == 0)) {
        line.append(piece);
        width += wide;
      }
    }
    lines.add(line.toString().stripTrailing());
    return String.join("\n", lines);
  }

  /** Words, spaces, and each Chinese letter or mark alone. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    text.codePoints()
        .forEach(
            code -> {
              if (Character.isWhitespace(code) || isWide(code)) {
                flush(word, pieces);
                pieces.add(Character.toString(code));
              } else {
                word.appendCodePoint(code);
              }
            });
    flush(word, pieces);
    return pieces;
  }

  private static void flush(StringBuilder word, List<String> pieces) {
    if (word.length() > 0) {
      pieces.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isWide(int code) {
    return Character.isIdeographic(code) || (code >= 0x3000 && code <= 0x303F) || code >= 0xFF00;
  }
}
