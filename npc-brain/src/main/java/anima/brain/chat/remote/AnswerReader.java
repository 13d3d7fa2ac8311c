package anima.brain.chat.remote;

import anima.brain.chat.ChatCall;
import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import anima.brain.chat.ChatJson;
import anima.brain.chat.ChatMessage;
import anima.brain.chat.ChatReply;
import anima.brain.chat.ChatReply.Stop;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Puts an answer together from the JSON objects of a stream, or from the one of a whole answer;
 * believes nothing of it unchecked. Owned by one thread.
 */
final class AnswerReader {
  private static final String DONE = "[DONE]";

  private final RemoteOptions options;
  private final Consumer<String> listener;
  private final StringBuilder text = new StringBuilder();
  private final List<CallParts> calls = new ArrayList<>();
  private Optional<Stop> stop = Optional.empty();
  private int promptTokens;
  private int cachedTokens;
  private int completionTokens;
  private int deltas;

  /** A call of a tool, of which a stream brings the arguments piece by piece. */
  private static final class CallParts {
    private String id = "";
    private String name = "";
    private final StringBuilder arguments = new StringBuilder();
  }

  AnswerReader(RemoteOptions options, Consumer<String> listener) {
    this.options = options;
    this.listener = listener;
  }

  /** Takes one event of a stream, or a whole answer. */
  void take(String event) throws ChatException {
    if (event.strip().equals(DONE)) {
      return;
    }
    try {
      take(ChatJson.parse(event));
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | ClassCastException
        | NumberFormatException e) {
      throw nonsense(event);
    }
  }

  private void take(JsonObject json) throws ChatException {
    if (ChatJson.has(json, "error")) {
      throw new ChatException(
          ChatFault.BROKEN, options.base(), ServerFaults.message(json.toString()));
    }
    if (ChatJson.has(json, "usage")) {
      takeUsage(json.getAsJsonObject("usage"));
    }
    if (!ChatJson.has(json, "choices")) {
      throw nonsense(json.toString());
    }
    JsonArray choices = json.getAsJsonArray("choices");
    if (choices.isEmpty()) {
      return;
    }
    JsonObject choice = choices.get(0).getAsJsonObject();
    for (String part : new String[] {"delta", "message"}) {
      if (ChatJson.has(choice, part)) {
        takeMessage(choice.getAsJsonObject(part));
      }
    }
    if (ChatJson.has(choice, "finish_reason")) {
      stop = Optional.of(stop(choice.get("finish_reason").getAsString()));
    }
  }

  private static Stop stop(String reason) {
    return switch (reason) {
      case "length" -> Stop.LENGTH;
      case "tool_calls", "function_call" -> Stop.TOOL_CALLS;
      default -> Stop.FINISHED;
    };
  }

  private void takeMessage(JsonObject message) {
    if (ChatJson.has(message, "content")) {
      String piece = message.get("content").getAsString();
      if (!piece.isEmpty()) {
        deltas++;
        text.append(piece);
        listener.accept(piece);
      }
    }
    if (ChatJson.has(message, "tool_calls")) {
      for (JsonElement call : message.getAsJsonArray("tool_calls")) {
        takeCall(call.getAsJsonObject());
      }
    }
  }

  private void takeCall(JsonObject json) {
    int index = ChatJson.has(json, "index") ? json.get("index").getAsInt() : calls.size();
    if (index < 0 || index > calls.size() || index >= ChatMessage.CALLS_MAX) {
      throw new IllegalStateException("the index of a tool call is " + index);
    }
    if (index == calls.size()) {
      calls.add(new CallParts());
    }
    CallParts parts = calls.get(index);
    if (ChatJson.has(json, "id")) {
      parts.id = json.get("id").getAsString();
    }
    if (ChatJson.has(json, "function")) {
      JsonObject function = json.getAsJsonObject("function");
      if (ChatJson.has(function, "name") && parts.name.isEmpty()) {
        parts.name = function.get("name").getAsString();
      }
      JsonElement arguments = function.get("arguments");
      if (arguments != null && !arguments.isJsonNull()) {
        // Some servers send an object where a text is due.
        parts.arguments.append(
            arguments.isJsonPrimitive() ? arguments.getAsString() : arguments.toString());
      }
    }
  }

  private void takeUsage(JsonObject usage) {
    promptTokens = count(usage, "prompt_tokens");
    completionTokens = count(usage, "completion_tokens");
    if (ChatJson.has(usage, "prompt_tokens_details")) {
      cachedTokens = count(usage.getAsJsonObject("prompt_tokens_details"), "cached_tokens");
    }
  }

  private static int count(JsonObject usage, String name) {
    return ChatJson.has(usage, name) ? Math.max(0, usage.get(name).getAsInt()) : 0;
  }

  String text() {
    return text.toString();
  }

  /**
   * The whole answer.
   *
   * @param cancelled whether it was ended from here
   */
  ChatReply finish(boolean cancelled, ChatReply.Timings timings) throws ChatException {
    Optional<Stop> why = cancelled ? Optional.of(Stop.CANCELLED) : stop;
    if (why.isEmpty()) {
      throw new ChatException(ChatFault.NONSENSE, options.base(), "it ends early");
    }
    List<ChatCall> made = cancelled ? List.of() : calls();
    Stop last = why.get() == Stop.FINISHED && !made.isEmpty() ? Stop.TOOL_CALLS : why.get();
    int tokens = completionTokens == 0 ? deltas : completionTokens;
    return new ChatReply(
        text.toString(),
        made,
        last,
        promptTokens,
        Math.min(cachedTokens, promptTokens),
        tokens,
        timings);
  }

  private List<ChatCall> calls() throws ChatException {
    List<ChatCall> made = new ArrayList<>();
    for (CallParts parts : calls) {
      try {
        String arguments = parts.arguments.toString().isBlank() ? "{}" : parts.arguments.toString();
        String id = parts.id.isEmpty() ? "call_" + made.size() : parts.id;
        made.add(new ChatCall(id, parts.name, ChatJson.parse(arguments)));
      } catch (JsonParseException | IllegalArgumentException e) {
        throw new ChatException(
            ChatFault.NONSENSE, options.base(), "a tool call that is damaged: " + parts.name);
      }
    }
    return made;
  }

  private ChatException nonsense(String what) {
    return new ChatException(ChatFault.NONSENSE, options.base(), "it says " + what);
  }
}
