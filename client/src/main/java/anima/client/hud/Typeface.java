package anima.client.hud;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds a typeface of this machine that has both Latin and Chinese letters. */
public final class Typeface {
  private static final List<String> FILES =
      List.of(
          "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
          "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
          "/System/Library/Fonts/PingFang.ttc",
          "/System/Library/Fonts/STHeiti Light.ttc",
          "C:\\Windows\\Fonts\\msyh.ttc",
          "C:\\Windows\\Fonts\\simhei.ttf");
  private static final String SAMPLE = "Aé你好，港湾";

  /** What to do where none is found. */
  public static final String MISSING =
      "No font with Chinese letters is installed; install one, such as fonts-wqy-microhei on Debian.";

  private Typeface() {}

  /** A face that shows English and Chinese; empty if this machine has none. */
  public static Optional<Font> find() {
    for (String file : FILES) {
      Optional<Font> font = load(new File(file));
      if (font.isPresent()) {
        return font;
      }
    }
    for (Font font : GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()) {
      if (font.canDisplayUpTo(SAMPLE) < 0) {
        return Optional.of(font);
      }
    }
    return Optional.empty();
  }

  /** The plain face that every Java has, for Latin letters. */
  public static Font plain() {
    return new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  }

  private static Optional<Font> load(File file) {
    if (!file.canRead()) {
      return Optional.empty();
    }
    try {
      Font font = Font.createFont(Font.TRUETYPE_FONT, file);
      return font.canDisplayUpTo(SAMPLE) < 0 ? Optional.of(font) : Optional.empty();
    } catch (IOException | FontFormatException e) {
      return Optional.empty();
    }
  }
}
