package anima.brain.chat.remote;

import anima.brain.chat.ChatJson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.Optional;

/** Finds the JSON object in what a model wrote around it, such as a greeting or a code fence. */
final class JsonFinder {
  /** Beginnings that are tried. */
  private static final int TRIES_MAX = 32;

  private JsonFinder() {}

  /** The first whole object. */
  static Optional<JsonObject> find(String text) {
    int begin = text.indexOf('{');
    for (int i = 0; i < TRIES_MAX && begin >= 0; i++) {
      int end = end(text, begin);
      if (end > 0) {
        try {
          return Optional.of(ChatJson.parse(text.substring(begin, end)));
        } catch (JsonParseException e) {
          // Braces in prose; the object may still come.
          begin = text.indexOf('{', begin + 1);
          continue;
        }
      }
      begin = text.indexOf('{', begin + 1);
    }
    return Optional.empty();
  }

  /** Behind the brace that closes the one at a place; 0 when there is none. */
  private static int end(String text, int begin) {
    int depth = 0;
    boolean quoted = false;
    for (int i = begin; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '{') {
        depth++;
      } else if (!quoted && c == '}') {
        depth--;
        if (depth == 0) {
          return i + 1;
        }
      }
    }
    return 0;
  }
}
