package anima.brain.chat;

import java.util.List;
import java.util.Optional;

/**
 * One message of a conversation.
 *
 * @param content its text; may be empty
 * @param toolCalls what an assistant's message asked of tools
 * @param toolCallId for a tool's message, which call it answers
 */
public record ChatMessage(
    Role role, String content, List<ChatCall> toolCalls, Optional<String> toolCallId) {
  /** Longest text of one message, in UTF-16 units. */
  public static final int CONTENT_LENGTH_MAX = 1 << 20;

  /** Most tool calls of one message. */
  public static final int CALLS_MAX = 32;

  /** Who speaks. */
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT,
    TOOL
  }

  public ChatMessage {
    if (content.length() > CONTENT_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "a message of " + content.length() + " characters; " + CONTENT_LENGTH_MAX + " at most");
    }
    toolCalls = List.copyOf(toolCalls);
    if (toolCalls.size() > CALLS_MAX) {
      throw new IllegalArgumentException("more than " + CALLS_MAX + " tool calls in a message");
    }
    if (!toolCalls.isEmpty() && role != Role.ASSISTANT) {
      throw new IllegalArgumentException("only an assistant calls tools");
    }
    if (toolCallId.isPresent() != (role == Role.TOOL)) {
      throw new IllegalArgumentException("a tool's message, and no other, names a tool call");
    }
    if (toolCallId.isPresent() && toolCallId.get().length() > ChatCall.ID_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "the id of a tool call must have 1 to " + ChatCall.ID_LENGTH_MAX + " characters");
    }
  }

  public static ChatMessage system(String content) {
    return new ChatMessage(Role.SYSTEM, content, List.of(), Optional.empty());
  }

  public static ChatMessage user(String content) {
    return new ChatMessage(Role.USER, content, List.of(), Optional.empty());
  }

  public static ChatMessage assistant(String content) {
    return new ChatMessage(Role.ASSISTANT, content, List.of(), Optional.empty());
  }

  public static ChatMessage assistant(String content, List<ChatCall> toolCalls) {
    return new ChatMessage(Role.ASSISTANT, content, toolCalls, Optional.empty());
  }

  /** What a tool answered to a call. */
  public static ChatMessage tool(String toolCallId, String content) {
    return new ChatMessage(Role.TOOL, content, List.of(), Optional.of(toolCallId));
  }
}
