package anima.brain.chat.local;

import java.util.List;
import java.util.Optional;

/**
 * Lets a text through as it comes, up to the first of some stop texts; what may become one is held
 * back until it is decided, wherever the borders between tokens are. Owned by one thread.
 */
final class StopText {
  private final List<String> stops;
  private String held = "";
  private Optional<String> found = Optional.empty();

  StopText(List<String> stops) {
    this.stops = List.copyOf(stops);
  }

  /** Takes more text; returns what is let through now. */
  String take(String more) {
    if (found.isPresent()) {
      return "";
    }
    String text = held + more;
    int first = text.length();
    for (String stop : stops) {
      int at = text.indexOf(stop);
      if (at >= 0 && at < first) {
        first = at;
        found = Optional.of(stop);
      }
    }
    int free = found.isPresent() ? first : text.length() - beginnings(text);
    held = found.isPresent() ? "" : text.substring(free);
    return text.substring(0, free);
  }

  /** How long the longest end of a text is that begins a stop text. */
  private int beginnings(String text) {
    int longest = 0;
    for (String stop : stops) {
      for (int length = Math.min(text.length(), stop.length() - 1); length > longest; length--) {
        if (text.regionMatches(text.length() - length, stop, 0, length)) {
          longest = length;
        }
      }
    }
    return longest;
  }

  /** The stop text that has come, which is not part of the text. */
  Optional<String> found() {
    return found;
  }

  /** Returns what was held back, when nothing more comes. */
  String finish() {
    String rest = held;
    held = "";
    return rest;
  }
}
