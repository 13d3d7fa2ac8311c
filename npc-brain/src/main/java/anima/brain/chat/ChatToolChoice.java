package anima.brain.chat;

import java.util.Optional;

/**
 * Whether a model may or must call a tool.
 *
 * @param named the one tool to call, only with {@link Rule#REQUIRED}
 */
public record ChatToolChoice(Rule rule, Optional<String> named) {
  /** What the model may do. */
  public enum Rule {
    /** Speak or call, as it sees fit. */
    AUTO,
    /** Only speak. */
    NONE,
    /** Call one tool at least. */
    REQUIRED
  }

  public static final ChatToolChoice AUTO = new ChatToolChoice(Rule.AUTO, Optional.empty());
  public static final ChatToolChoice NONE = new ChatToolChoice(Rule.NONE, Optional.empty());
  public static final ChatToolChoice REQUIRED = new ChatToolChoice(Rule.REQUIRED, Optional.empty());

  public ChatToolChoice {
    if (named.isPresent() && rule != Rule.REQUIRED) {
      throw new IllegalArgumentException("a tool is named but no call is required");
    }
  }

  public static ChatToolChoice named(String tool) {
    return new ChatToolChoice(Rule.REQUIRED, Optional.of(tool));
  }
}
