package anima.brain.chat.remote;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Locale;

/** Turns the refusal of a server into a sentence. */
final class ServerFaults {
  private ServerFaults() {}

  static boolean isBusy(int status) {
    return status == 429 || status == 503;
  }

  /** Whether a refusal may be about something in the request. */
  static boolean isRefusal(int status) {
    return status == 400 || status == 422 || status == 501;
  }

  static ChatException of(RemoteOptions options, int status, String body) {
    String message = message(body);
    String where = options.base().toString();
    if (status == 401 || status == 403) {
      return new ChatException(ChatFault.KEY, where);
    }
    if (status == 404 && message.toLowerCase(Locale.ROOT).contains("model")) {
      return new ChatException(ChatFault.UNKNOWN_MODEL, where, options.model());
    }
    if (isBusy(status)) {
      return new ChatException(ChatFault.OVERLOADED, where);
    }
    String facts = message.isEmpty() ? "status " + status : "status " + status + ", " + message;
    if (isRefusal(status) || status == 413) {
      return new ChatException(ChatFault.REFUSED, where, facts);
    }
    return new ChatException(status >= 500 ? ChatFault.BROKEN : ChatFault.NONSENSE, where, facts);
  }

  /**
   * What a server says: {@code error.message}, {@code error}, {@code message} or {@code detail}.
   */
  static String message(String body) {
    try {
      JsonElement root = JsonParser.parseString(body);
      return root.isJsonObject() ? message(root.getAsJsonObject()) : "";
    } catch (JsonParseException e) {
      return "";
    }
  }

  private static String message(JsonObject root) {
    for (String field : new String[] {"error", "message", "detail"}) {
      JsonElement value = root.get(field);
      if (value != null && value.isJsonObject()) {
        return message(value.getAsJsonObject());
      }
      if (value != null && value.isJsonPrimitive()) {
        return value.getAsString();
      }
    }
    return "";
  }
}
