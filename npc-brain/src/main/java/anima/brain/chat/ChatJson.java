package anima.brain.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;

/** Conversations as the JSON that OpenAI-compatible servers and chat templates speak. */
public final class ChatJson {
  private ChatJson() {}

  /** How a call's arguments are written. */
  public enum Arguments {
    /** As a text that holds JSON: on the wire. */
    TEXT,
    /** As JSON: for chat templates. */
    OBJECT
  }

  /** Reads strict JSON that holds one object and nothing behind it. */
  public static JsonObject parse(String text) {
    try {
      JsonReader reader = new JsonReader(new StringReader(text));
      reader.setStrictness(Strictness.STRICT);
      JsonElement root = JsonParser.parseReader(reader);
      if (!root.isJsonObject()) {
        throw new JsonParseException("it is no object");
      }
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonParseException("something stands behind the object");
      }
      return root.getAsJsonObject();
    } catch (IOException e) {
      throw new JsonParseException("something stands behind the object", e);
    } catch (StackOverflowError e) {
      throw new JsonParseException("it is nested too deeply", e);
    }
  }

  public static JsonArray messages(List<ChatMessage> messages, Arguments style) {
    JsonArray all = new JsonArray();
    messages.forEach(message -> all.add(message(message, style)));
    return all;
  }

  private static JsonObject message(ChatMessage message, Arguments style) {
    JsonObject json = new JsonObject();
    json.addProperty("role", message.role().name().toLowerCase(Locale.ROOT));
    json.addProperty("content", message.content());
    if (!message.toolCalls().isEmpty()) {
      json.add("tool_calls", calls(message.toolCalls(), style));
    }
    message.toolCallId().ifPresent(id -> json.addProperty("tool_call_id", id));
    return json;
  }

  public static JsonArray calls(List<ChatCall> calls, Arguments style) {
    JsonArray all = new JsonArray();
    for (ChatCall call : calls) {
      JsonObject function = new JsonObject();
      function.addProperty("name", call.name());
      if (style == Arguments.TEXT) {
        function.addProperty("arguments", call.arguments().toString());
      } else {
        function.add("arguments", call.arguments());
      }
      JsonObject json = new JsonObject();
      json.addProperty("id", call.id());
      json.addProperty("type", "function");
      json.add("function", function);
      all.add(json);
    }
    return all;
  }

  public static JsonArray tools(List<ChatTool> tools) {
    JsonArray all = new JsonArray();
    for (ChatTool tool : tools) {
      JsonObject function = new JsonObject();
      function.addProperty("name", tool.name());
      function.addProperty("description", tool.description());
      function.add("parameters", tool.parameters());
      JsonObject json = new JsonObject();
      json.addProperty("type", "function");
      json.add("function", function);
      all.add(json);
    }
    return all;
  }

  /** Whether a field is there and not null. */
  public static boolean has(JsonObject object, String name) {
    return object.has(name) && !(object.get(name) instanceof JsonNull);
  }
}
