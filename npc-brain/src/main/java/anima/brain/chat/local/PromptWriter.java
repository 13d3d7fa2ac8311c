package anima.brain.chat.local;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import anima.brain.chat.ChatJson;
import anima.brain.chat.ChatMessage;
import anima.brain.chat.ChatMessage.Role;
import anima.brain.chat.ChatRequest;
import anima.brain.chat.ChatTool;
import anima.brain.chat.ChatToolChoice.Rule;
import anima.brain.llm.text.ChatTemplate;
import anima.brain.llm.text.TextTokenizer;
import anima.brain.llm.text.jinja.JinjaException;
import com.google.gson.JsonArray;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Writes a conversation as the model was taught to read it. Any thread. */
final class PromptWriter {
  private final ChatTemplate template;
  private final TextTokenizer tokenizer;

  PromptWriter(ChatTemplate template, TextTokenizer tokenizer) {
    this.template = template;
    this.tokenizer = tokenizer;
  }

  /** The prompt of a request, up to where the answer begins. */
  String write(ChatRequest request, LocalDateTime now) throws ChatException {
    List<ChatTool> tools = request.toolChoice().rule() == Rule.NONE ? List.of() : request.tools();
    List<ChatMessage> messages = request.messages().stream().map(this::harmless).toList();
    if (!template.readsTools()) {
      messages = ToolWords.told(messages, tools);
      tools = List.of();
    }
    try {
      return write(messages, tools, now);
    } catch (JinjaException e) {
      List<ChatMessage> merged = withoutSystem(messages);
      if (merged.equals(messages)) {
        throw new ChatException(ChatFault.TEMPLATE, e);
      }
      return retry(merged, tools, now);
    }
  }

  private String write(List<ChatMessage> messages, List<ChatTool> tools, LocalDateTime now)
      throws JinjaException {
    JsonArray json = ChatJson.messages(messages, ChatJson.Arguments.OBJECT);
    return template.write(json, ChatJson.tools(tools), now);
  }

  private String retry(List<ChatMessage> messages, List<ChatTool> tools, LocalDateTime now)
      throws ChatException {
    try {
      return write(messages, tools, now);
    } catch (JinjaException e) {
      throw new ChatException(ChatFault.TEMPLATE, e);
    }
  }

  /** Some models know no system message: what it says is put before the first question. */
  private static List<ChatMessage> withoutSystem(List<ChatMessage> messages) {
    if (messages.size() < 2
        || messages.get(0).role() != Role.SYSTEM
        || messages.get(1).role() != Role.USER) {
      return messages;
    }
    List<ChatMessage> merged = new ArrayList<>(messages.subList(1, messages.size()));
    merged.set(0, ChatMessage.user(messages.get(0).content() + "\n\n" + messages.get(1).content()));
    return merged;
  }

  /** Whether a token is one of those that a person's text should not hold. */
  private boolean isMark(int token) {
    if (token < tokenizer.bytes().size() && tokenizer.bytes().length(token) > 0) {
      return false;
    }
    String text = tokenizer.decode(token);
    return text.isEmpty() || text.indexOf('<') >= 0 || text.indexOf('[') >= 0;
  }

  /**
   * A message in which somebody writes the model's own marks must not end it or speak for another:
   * its brackets are set apart, so that they are text.
   */
  private ChatMessage harmless(ChatMessage message) {
    String content = message.content();
    if (content.indexOf('<') < 0 && content.indexOf('[') < 0) {
      return message;
    }
    for (int token : tokenizer.encode(content)) {
      if (isMark(token)) {
        String apart = content.replace("<", "< ").replace("[", "[ ");
        return new ChatMessage(message.role(), apart, message.toolCalls(), message.toolCallId());
      }
    }
    return message;
  }
}
