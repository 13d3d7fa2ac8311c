package anima.brain.chat;

import java.util.List;

/**
 * A complete answer.
 *
 * @param text what was said; may be empty, as when only tools are called
 * @param promptTokens tokens of the question
 * @param cachedTokens how many of them needed no computing, because an earlier question began alike
 * @param completionTokens tokens of the answer
 */
public record ChatReply(
    String text,
    List<ChatCall> toolCalls,
    Stop stop,
    int promptTokens,
    int cachedTokens,
    int completionTokens,
    Timings timings) {
  /** Why an answer ended. */
  public enum Stop {
    /** The model ended it, or a stop text did. */
    FINISHED,
    /** It has as many tokens as it may. */
    LENGTH,
    /** The model waits for what the tools answer. */
    TOOL_CALLS,
    /** Whoever asked wants no more. */
    CANCELLED
  }

  /**
   * How long it took.
   *
   * @param firstTokenMillis from the question to the answer's first token
   * @param totalMillis from the question to the end
   */
  public record Timings(double firstTokenMillis, double totalMillis) {}

  public ChatReply {
    toolCalls = List.copyOf(toolCalls);
    if (promptTokens < 0 || cachedTokens < 0 || completionTokens < 0) {
      throw new IllegalArgumentException("a negative count of tokens");
    }
  }
}
