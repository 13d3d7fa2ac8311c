package anima.brain.chat;

import com.google.gson.JsonObject;
import java.util.regex.Pattern;

/**
 * A tool that a model may call.
 *
 * @param description what it does, for the model
 * @param parameters JSON schema of its arguments, an object
 */
public record ChatTool(String name, String description, JsonObject parameters) {
  /** Longest description, in UTF-16 units. */
  public static final int DESCRIPTION_LENGTH_MAX = 1 << 14;

  /** Longest schema or list of arguments, in UTF-16 units of its JSON. */
  public static final int JSON_LENGTH_MAX = 1 << 16;

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

  public ChatTool {
    checkName(name);
    if (description.length() > DESCRIPTION_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "the description of " + name + " is longer than " + DESCRIPTION_LENGTH_MAX);
    }
    parameters = copyOf(parameters, "the parameters of " + name);
  }

  @Override
  public JsonObject parameters() {
    return parameters.deepCopy();
  }

  static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a tool must have 1 to 64 letters, digits, dashes or underscores");
    }
  }

  static JsonObject copyOf(JsonObject object, String what) {
    int length = object.toString().length();
    if (length > JSON_LENGTH_MAX) {
      throw new IllegalArgumentException(
          what + " take " + length + " characters of JSON, more than " + JSON_LENGTH_MAX);
    }
    return object.deepCopy();
  }
}
