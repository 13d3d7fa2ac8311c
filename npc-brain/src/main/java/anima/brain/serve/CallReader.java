package anima.brain.serve;

import anima.brain.chat.ChatCall;
import anima.brain.chat.ChatJson;
import anima.brain.chat.ChatMessage;
import anima.brain.chat.ChatRequest;
import anima.brain.chat.ChatSettings;
import anima.brain.chat.ChatTool;
import anima.brain.chat.ChatToolChoice;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a caller asks for; every error names the field. */
final class CallReader {
  /** Longest text of the JSON parser in a sentence, in UTF-16 units. */
  private static final int SENTENCE_LENGTH_MAX = 120;

  private final long seed;
  private final int tokensDefault;

  /**
   * Prepares to read one request.
   *
   * @param seed for callers that name none
   * @param tokensDefault longest answer for callers that name none
   */
  CallReader(long seed, int tokensDefault) {
    this.seed = seed;
    this.tokensDefault = tokensDefault;
  }

  Call read(String body) throws CallFault {
    try {
      return read(new Fields(ChatJson.parse(body), ""));
    } catch (JsonParseException e) {
      throw CallFault.invalid("the body is no JSON object: " + firstLine(e));
    } catch (IllegalArgumentException e) {
      // Each limit of a conversation says in one sentence what it is.
      throw CallFault.invalid(String.valueOf(e.getMessage()));
    }
  }

  private static String firstLine(JsonParseException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String line = String.valueOf(cause.getMessage()).lines().findFirst().orElse("it ends early");
    return line.substring(0, Math.min(line.length(), SENTENCE_LENGTH_MAX));
  }

  private Call read(Fields body) throws CallFault {
    if (body.integer("n", 1) != 1) {
      throw CallFault.invalid("\"n\" must be 1: ask again for another answer");
    }
    refuse(body, "logprobs", "functions", "function_call", "audio", "prediction");
    if (body.number("frequency_penalty", 0) != 0 || body.number("presence_penalty", 0) != 0) {
      throw CallFault.invalid("penalties are not known here; leave them out");
    }
    List<ChatTool> tools = tools(body);
    ChatRequest chat =
        new ChatRequest(messages(body), schema(body), tools, choice(body), settings(body));
    boolean usage =
        body.object("stream_options")
            .map(options -> isTrue(options, "include_usage"))
            .orElse(false);
    return new Call(body.text("model", ""), chat, body.flag("stream"), usage);
  }

  private static boolean isTrue(Fields fields, String name) {
    try {
      return fields.flag(name);
    } catch (CallFault e) {
      return false;
    }
  }

  private static void refuse(Fields body, String... names) throws CallFault {
    for (String name : names) {
      if (body.has(name) && !body.isFalse(name)) {
        throw CallFault.invalid("\"" + name + "\" is not known here; leave it out");
      }
    }
  }

  private ChatSettings settings(Fields body) throws CallFault {
    int tokens = body.integer("max_tokens", tokensDefault);
    return new ChatSettings(
        body.integer("max_completion_tokens", tokens),
        body.number("temperature", 1),
        body.number("top_p", 1),
        body.has("seed") ? body.wholeNumber("seed") : seed,
        stops(body));
  }

  private static List<String> stops(Fields body) throws CallFault {
    if (body.isText("stop")) {
      return List.of(body.text("stop", ""));
    }
    List<String> stops = new ArrayList<>();
    for (JsonElement stop : body.array("stop")) {
      stops.add(Fields.text(stop, "stop"));
    }
    return stops;
  }

  private static Optional<JsonObject> schema(Fields body) throws CallFault {
    Optional<Fields> format = body.object("response_format");
    if (format.isEmpty()) {
      return Optional.empty();
    }
    String type = format.get().text("type", "");
    switch (type) {
      case "text" -> {
        return Optional.empty();
      }
      case "json_object" -> {
        JsonObject any = new JsonObject();
        any.addProperty("type", "object");
        return Optional.of(any);
      }
      case "json_schema" -> {
        return format
            .get()
            .object("json_schema")
            .orElseThrow(() -> CallFault.invalid("\"response_format.json_schema\" is missing"))
            .object("schema")
            .map(Fields::json)
            .or(() -> Optional.of(new JsonObject()));
      }
      default ->
          throw CallFault.invalid(
              "\"response_format.type\" must be text, json_object or json_schema");
    }
  }

  private static List<ChatTool> tools(Fields body) throws CallFault {
    List<ChatTool> tools = new ArrayList<>();
    for (Fields tool : body.objects("tools")) {
      if (!tool.text("type", "function").equals("function")) {
        throw CallFault.invalid("\"tools\" may hold functions only");
      }
      Fields function =
          tool.object("function")
              .orElseThrow(() -> CallFault.invalid("a tool has no \"function\""));
      tools.add(
          new ChatTool(
              function.text("name", ""),
              function.text("description", ""),
              function.object("parameters").map(Fields::json).orElseGet(CallReader::nothing)));
    }
    return tools;
  }

  /** The schema of a tool without parameters. */
  private static JsonObject nothing() {
    JsonObject schema = new JsonObject();
    schema.addProperty("type", "object");
    schema.add("properties", new JsonObject());
    return schema;
  }

  private static ChatToolChoice choice(Fields body) throws CallFault {
    if (!body.has("tool_choice")) {
      return ChatToolChoice.AUTO;
    }
    if (body.isText("tool_choice")) {
      return switch (body.text("tool_choice", "")) {
        case "auto" -> ChatToolChoice.AUTO;
        case "none" -> ChatToolChoice.NONE;
        case "required" -> ChatToolChoice.REQUIRED;
        default ->
            throw CallFault.invalid(
                "\"tool_choice\" must be auto, none, required or name a function");
      };
    }
    Optional<Fields> function = body.object("tool_choice").orElseThrow().object("function");
    return ChatToolChoice.named(
        function
            .orElseThrow(() -> CallFault.invalid("\"tool_choice.function\" is missing"))
            .text("name", ""));
  }

  private static List<ChatMessage> messages(Fields body) throws CallFault {
    if (!body.has("messages")) {
      throw CallFault.invalid("\"messages\" is missing");
    }
    JsonArray all = body.array("messages");
    if (all.size() > ChatRequest.MESSAGES_MAX) {
      throw CallFault.invalid(
          all.size() + " \"messages\"; " + ChatRequest.MESSAGES_MAX + " at most");
    }
    List<ChatMessage> messages = new ArrayList<>();
    for (Fields message : body.objects("messages")) {
      messages.add(message(message));
    }
    return messages;
  }

  private static ChatMessage message(Fields message) throws CallFault {
    ChatMessage.Role role =
        switch (message.text("role", "")) {
          case "system", "developer" -> ChatMessage.Role.SYSTEM;
          case "user" -> ChatMessage.Role.USER;
          case "assistant" -> ChatMessage.Role.ASSISTANT;
          case "tool" -> ChatMessage.Role.TOOL;
          default ->
              throw CallFault.invalid(
                  "the \"role\" of a message must be system, user, assistant or tool");
        };
    List<ChatCall> calls = new ArrayList<>();
    for (Fields call : message.objects("tool_calls")) {
      calls.add(call(call));
    }
    Optional<String> answered =
        role == ChatMessage.Role.TOOL
            ? Optional.of(message.text("tool_call_id", ""))
            : Optional.empty();
    return new ChatMessage(role, content(message), calls, answered);
  }

  private static ChatCall call(Fields call) throws CallFault {
    Fields function =
        call.object("function")
            .orElseThrow(() -> CallFault.invalid("a tool call has no \"function\""));
    String arguments = function.text("arguments", "{}");
    return new ChatCall(
        call.text("id", ""),
        function.text("name", ""),
        ChatJson.parse(arguments.isBlank() ? "{}" : arguments));
  }

  /** A text, or a list of parts that are all texts. */
  private static String content(Fields message) throws CallFault {
    if (!message.has("content") || message.isText("content")) {
      return message.text("content", "");
    }
    StringBuilder text = new StringBuilder();
    for (Fields part : message.objects("content")) {
      if (!part.text("type", "").equals("text")) {
        throw CallFault.invalid(
            "this model reads text only, no " + part.text("type", "other") + " parts");
      }
      text.append(part.text("text", ""));
    }
    return text.toString();
  }
}
