package anima.brain.chat;

import com.google.gson.JsonObject;

/**
 * What a model wants a tool to do.
 *
 * @param id names this call among those of a conversation; the tool's answer refers to it
 * @param name name of the tool
 * @param arguments by the tool's parameters
 */
public record ChatCall(String id, String name, JsonObject arguments) {
  /** Longest id, in UTF-16 units. */
  public static final int ID_LENGTH_MAX = 128;

  public ChatCall {
    if (id.isEmpty() || id.length() > ID_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "the id of a tool call must have 1 to " + ID_LENGTH_MAX + " characters");
    }
    ChatTool.checkName(name);
    arguments = ChatTool.copyOf(arguments, "the arguments of " + name);
  }

  @Override
  public JsonObject arguments() {
    return arguments.deepCopy();
  }
}
