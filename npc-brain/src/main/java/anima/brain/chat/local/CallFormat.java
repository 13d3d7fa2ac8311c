package anima.brain.chat.local;

import anima.brain.chat.ChatCall;
import anima.brain.chat.ChatJson;
import anima.brain.chat.ChatTool;
import anima.brain.chat.ChatToolChoice;
import anima.brain.llm.text.ChatTemplate.ToolFormat;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * How a model writes that it calls a tool, and how that is read.
 *
 * @param tools what it may call
 */
record CallFormat(ToolFormat format, List<ChatTool> tools) {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  /** The length that Mistral's templates ask for. */
  private static final int ID_LENGTH = 9;

  static CallFormat of(ToolFormat format, List<ChatTool> tools, ChatToolChoice choice) {
    List<ChatTool> callable =
        tools.stream()
            .filter(tool -> choice.named().isEmpty() || choice.named().get().equals(tool.name()))
            .toList();
    return new CallFormat(format, callable);
  }

  /** What stands before a call. */
  String begin() {
    return format == ToolFormat.TAGGED ? ToolWords.BEGIN + "\n" : "";
  }

  /** What stands behind a call. */
  String end() {
    return format == ToolFormat.TAGGED ? "\n" + ToolWords.END : "";
  }

  private String argumentsName() {
    return format == ToolFormat.TAGGED ? "arguments" : "parameters";
  }

  /**
   * The schema of a call.
   *
   * @param strict whether arguments must follow the tools' own schemas, or may be any object
   */
  JsonObject schema(boolean strict) {
    JsonArray choices = new JsonArray();
    for (ChatTool tool : tools) {
      JsonObject name = new JsonObject();
      name.addProperty("const", tool.name());
      JsonObject arguments = strict ? tool.parameters() : new JsonObject();
      if (!arguments.has("type")) {
        arguments.addProperty("type", "object");
      }
      JsonObject properties = new JsonObject();
      properties.add("name", name);
      properties.add(argumentsName(), arguments);
      JsonArray required = new JsonArray();
      required.add("name");
      required.add(argumentsName());
      JsonObject call = new JsonObject();
      call.addProperty("type", "object");
      call.add("properties", properties);
      call.add("required", required);
      choices.add(call);
    }
    if (choices.size() == 1) {
      return choices.get(0).getAsJsonObject();
    }
    JsonObject schema = new JsonObject();
    schema.add("anyOf", choices);
    return schema;
  }

  /** Reads a call; empty when the text is none. */
  Optional<ChatCall> read(String text, long seed, int number) {
    try {
      JsonObject json = ChatJson.parse(text);
      String name = json.get("name").getAsString();
      if (tools.stream().noneMatch(tool -> tool.name().equals(name))) {
        return Optional.empty();
      }
      JsonObject arguments = json.getAsJsonObject(argumentsName());
      return Optional.of(new ChatCall(id(seed, number), name, arguments));
    } catch (JsonParseException
        | NullPointerException
        | IllegalStateException
        | IllegalArgumentException
        | UnsupportedOperationException
        | ClassCastException e) {
      return Optional.empty();
    }
  }

  /** Equal requests get equal ids. */
  private static String id(long seed, int number) {
    Random random = new Random(seed + number);
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }
}
