package anima.brain.train;

import anima.world.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A written phrase with slots: {@code Where is the {place}?}
 *
 * @param parts text and slots in turn; a slot is its name in braces
 */
record Template(Language language, String intent, String line, List<String> parts) {
  private static final Pattern SLOT = Pattern.compile("\\{[a-z]+2?}");

  Template {
    parts = List.copyOf(parts);
  }

  static Template parse(Language language, String intent, String line) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = SLOT.matcher(line);
    int at = 0;
    while (matcher.find()) {
      if (matcher.start() > at) {
        parts.add(line.substring(at, matcher.start()));
      }
      parts.add(matcher.group());
      at = matcher.end();
    }
    if (at < line.length()) {
      parts.add(line.substring(at));
    }
    return new Template(language, intent, line, parts);
  }

  static boolean isSlot(String part) {
    return part.startsWith("{");
  }

  static String slotName(String part) {
    return part.substring(1, part.length() - 1);
  }

  boolean has(String slot) {
    return parts.contains("{" + slot + "}");
  }

  boolean hasSlots() {
    return parts.stream().anyMatch(Template::isSlot);
  }
}
