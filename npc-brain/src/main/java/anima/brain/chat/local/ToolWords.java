package anima.brain.chat.local;

import anima.brain.chat.ChatCall;
import anima.brain.chat.ChatJson;
import anima.brain.chat.ChatMessage;
import anima.brain.chat.ChatMessage.Role;
import anima.brain.chat.ChatTool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts tools into plain messages, for models whose template knows nothing of tools. */
final class ToolWords {
  /** Before each call of a tool. */
  static final String BEGIN = "<tool_call>";

  /** Behind each call. */
  static final String END = "</tool_call>";

  private ToolWords() {}

  /** The conversation with all that concerns tools as text. */
  static List<ChatMessage> told(List<ChatMessage> messages, List<ChatTool> tools) {
    List<ChatMessage> told = new ArrayList<>();
    for (ChatMessage message : messages) {
      told.add(told(message));
    }
    if (!tools.isEmpty()) {
      boolean system = told.get(0).role() == Role.SYSTEM;
      String before = system ? told.remove(0).content() + "\n\n" : "";
      told.add(0, ChatMessage.system(before + description(tools)));
    }
    return told;
  }

  private static ChatMessage told(ChatMessage message) {
    if (message.role() == Role.TOOL) {
      return ChatMessage.user("<tool_response>\n" + message.content() + "\n</tool_response>");
    }
    StringBuilder text = new StringBuilder(message.content());
    for (ChatCall call : message.toolCalls()) {
      text.append(text.isEmpty() ? "" : "\n");
      text.append(
          "%s\n{\"name\": \"%s\", \"arguments\": %s}\n%s"
              .formatted(BEGIN, call.name(), call.arguments(), END));
    }
    return new ChatMessage(message.role(), text.toString(), List.of(), Optional.empty());
  }

  private static String description(List<ChatTool> tools) {
    StringBuilder text = new StringBuilder("You may call these functions:\n");
    ChatJson.tools(tools).forEach(tool -> text.append(tool).append('\n'));
    return text.append("To call one, write ")
        .append(BEGIN)
        .append("\n{\"name\": NAME, \"arguments\": ARGUMENTS}\n")
        .append(END)
        .toString();
  }
}
