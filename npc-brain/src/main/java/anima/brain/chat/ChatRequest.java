package anima.brain.chat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What a model is to answer.
 *
 * @param messages the conversation, oldest first; at least one
 * @param schema JSON schema that the answer's text must follow; {@code {"type":"object"}} for any
 *     object
 * @param tools what the model may call, of different names
 */
public record ChatRequest(
    List<ChatMessage> messages,
    Optional<JsonObject> schema,
    List<ChatTool> tools,
    ChatToolChoice toolChoice,
    ChatSettings settings) {
  /** Most messages of a conversation. */
  public static final int MESSAGES_MAX = 1024;

  /** Longest text of all messages together, in UTF-16 units. */
  public static final int LENGTH_MAX = 1 << 21;

  /** Most tools. */
  public static final int TOOLS_MAX = 64;

  public ChatRequest {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
    schema = schema.map(object -> ChatTool.copyOf(object, "the schema's rules"));
    if (messages.isEmpty() || messages.size() > MESSAGES_MAX) {
      throw new IllegalArgumentException(
          "a conversation must have 1 to " + MESSAGES_MAX + " messages");
    }
    long length = messages.stream().mapToLong(message -> message.content().length()).sum();
    if (length > LENGTH_MAX) {
      throw new IllegalArgumentException(
          "a conversation of " + length + " characters; " + LENGTH_MAX + " at most");
    }
    if (tools.size() > TOOLS_MAX) {
      throw new IllegalArgumentException("more than " + TOOLS_MAX + " tools");
    }
    if (tools.stream().map(ChatTool::name).distinct().count() < tools.size()) {
      throw new IllegalArgumentException("two tools have the same name");
    }
    if (toolChoice.rule() == ChatToolChoice.Rule.REQUIRED && tools.isEmpty()) {
      throw new IllegalArgumentException("a tool call is required but there are no tools");
    }
    if (toolChoice.named().isPresent() && !has(tools, toolChoice.named().get())) {
      throw new IllegalArgumentException("there is no tool " + toolChoice.named().get());
    }
  }

  /** The model decides itself whether to call a tool. */
  public ChatRequest(
      List<ChatMessage> messages,
      Optional<JsonObject> schema,
      List<ChatTool> tools,
      ChatSettings settings) {
    this(messages, schema, tools, ChatToolChoice.AUTO, settings);
  }

  /** Plain text for a conversation. */
  public static ChatRequest of(List<ChatMessage> messages, ChatSettings settings) {
    return new ChatRequest(messages, Optional.empty(), List.of(), settings);
  }

  private static boolean has(List<ChatTool> tools, String name) {
    return tools.stream().anyMatch(tool -> tool.name().equals(name));
  }

  @Override
  public Optional<JsonObject> schema() {
    return schema.map(JsonObject::deepCopy);
  }
}
