package anima.brain.chat.remote;

import anima.brain.chat.ChatJson;
import anima.brain.chat.ChatMessage;
import anima.brain.chat.ChatRequest;
import anima.brain.chat.ChatSettings;
import anima.brain.chat.ChatToolChoice;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a request as servers expect it. */
final class RequestBody {
  private RequestBody() {}

  static JsonObject of(ChatRequest request, String model, SchemaMode mode) {
    JsonObject body = new JsonObject();
    body.addProperty("model", model);
    List<ChatMessage> messages = request.messages();
    if (request.schema().isPresent() && mode != SchemaMode.SCHEMA) {
      messages = withSchema(messages, request.schema().get());
    }
    body.add("messages", ChatJson.messages(messages, ChatJson.Arguments.TEXT));
    addSettings(body, request.settings());
    if (!request.tools().isEmpty()) {
      body.add("tools", ChatJson.tools(request.tools()));
      body.add("tool_choice", choice(request.toolChoice()));
    }
    if (request.schema().isPresent() && mode != SchemaMode.WORDS) {
      body.add("response_format", format(request.schema().get(), mode));
    }
    body.addProperty("stream", true);
    JsonObject stream = new JsonObject();
    stream.addProperty("include_usage", true);
    body.add("stream_options", stream);
    return body;
  }

  private static void addSettings(JsonObject body, ChatSettings settings) {
    // The old name, which every server still reads.
    body.addProperty("max_tokens", settings.tokensMax());
    body.addProperty("temperature", settings.temperature());
    body.addProperty("top_p", settings.topP());
    // Some servers read seeds of 31 bits only.
    body.addProperty("seed", settings.seed() & Integer.MAX_VALUE);
    if (!settings.stop().isEmpty()) {
      JsonArray stops = new JsonArray();
      settings.stop().forEach(stops::add);
      body.add("stop", stops);
    }
  }

  private static JsonElement choice(ChatToolChoice choice) {
    if (choice.named().isEmpty()) {
      return new JsonPrimitive(choice.rule().name().toLowerCase(Locale.ROOT));
    }
    JsonObject function = new JsonObject();
    function.addProperty("name", choice.named().get());
    JsonObject named = new JsonObject();
    named.addProperty("type", "function");
    named.add("function", function);
    return named;
  }

  private static JsonObject format(JsonObject schema, SchemaMode mode) {
    JsonObject format = new JsonObject();
    if (mode == SchemaMode.OBJECT) {
      format.addProperty("type", "json_object");
      return format;
    }
    JsonObject named = new JsonObject();
    named.addProperty("name", "answer");
    named.addProperty("strict", true);
    named.add("schema", schema);
    format.addProperty("type", "json_schema");
    format.add("json_schema", named);
    return format;
  }

  /** Tells the schema in the system message, which is made when there is none. */
  private static List<ChatMessage> withSchema(List<ChatMessage> messages, JsonObject schema) {
    String words =
        "Answer with one JSON object only, without any other text, that follows this JSON schema:\n"
            + schema;
    List<ChatMessage> told = new ArrayList<>(messages);
    if (messages.get(0).role() == ChatMessage.Role.SYSTEM) {
      told.set(0, ChatMessage.system(messages.get(0).content() + "\n\n" + words));
    } else {
      told.add(0, ChatMessage.system(words));
    }
    return told;
  }
}
