package anima.brain.llm.text;

import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFamily;
import anima.brain.llm.model.ModelFault;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.text.jinja.Jinja;
import anima.brain.llm.text.jinja.JinjaException;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * How a model wants a conversation written out. Immutable; any thread.
 *
 * <p>Messages are objects with {@code role} and {@code content}, an assistant's also with {@code
 * tool_calls}, a tool's with {@code tool_call_id}, as the published templates expect them.
 */
public final class ChatTemplate {
  /** How a model writes that it calls a tool. */
  public enum ToolFormat {
    /** {@code <tool_call>{"name": …, "arguments": {…}}</tool_call>}, one or several. */
    TAGGED,
    /** {@code {"name": …, "parameters": {…}}} and nothing else. */
    BARE
  }

  private static final String CHATML =
      "{% for message in messages %}"
          + "{{ '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}"
          + "{% endfor %}"
          + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

  private static final String TURNS =
      "{% for message in messages %}{{ message.content + eos_token }}{% endfor %}";

  private static final String TRANSCRIPT =
      "{{ bos_token }}{% for message in messages %}"
          + "{% if message.role == 'system' %}{{ message.content + '\\n\\n' }}"
          + "{% else %}{{ message.role | capitalize + ': ' + message.content + '\\n' }}{% endif %}"
          + "{% endfor %}"
          + "{% if add_generation_prompt %}Assistant:{% endif %}";

  private final Jinja jinja;
  private final String beginToken;
  private final String endToken;
  private final boolean readsTools;
  private final ToolFormat toolFormat;
  private final List<String> stops;

  private ChatTemplate(String source, String beginToken, String endToken, List<String> stops)
      throws JinjaException {
    this.jinja = Jinja.compile(source);
    this.beginToken = beginToken;
    this.endToken = endToken;
    this.readsTools = source.contains("tools");
    this.toolFormat =
        readsTools && source.contains("\"parameters\"") && !source.contains("<tool_call>")
            ? ToolFormat.BARE
            : ToolFormat.TAGGED;
    this.stops = stops;
  }

  /**
   * The template of a model: its own, or else what its tokens and its family suggest.
   *
   * @param tokenizer the model's
   */
  public static ChatTemplate of(ModelFolder folder, TextTokenizer tokenizer) throws ModelException {
    String begin = folder.beginText().orElse("");
    String end = folder.endText().orElse("");
    Optional<String> source = folder.chatTemplate();
    if (source.isPresent()) {
      try {
        return of(source.get(), begin, end);
      } catch (JinjaException e) {
        throw new ModelException(ModelFault.CHAT_TEMPLATE, folder.path(), e);
      }
    }
    if (tokenizer.encode("<|im_start|>").length == 1) {
      return chatMl();
    }
    return folder.config().family() == ModelFamily.GPT2
        ? turns(end.isEmpty() ? "<|endoftext|>" : end)
        : transcript(begin);
  }

  /** A template in Jinja, as it comes with a model. */
  public static ChatTemplate of(String source, String beginToken, String endToken)
      throws JinjaException {
    return new ChatTemplate(source, beginToken, endToken, List.of());
  }

  /** Each message between {@code <|im_start|>} and {@code <|im_end|>}. */
  public static ChatTemplate chatMl() {
    return own(CHATML, "", "", List.of());
  }

  /**
   * The bare texts of the messages, each ended by the model's end token, as DialoGPT wants them.
   */
  public static ChatTemplate turns(String endToken) {
    return own(TURNS, "", endToken, List.of());
  }

  /** A written dialogue, for models that have never been taught one. */
  public static ChatTemplate transcript(String beginToken) {
    return own(TRANSCRIPT, beginToken, "", List.of("\nUser:", "\nAssistant:"));
  }

  private static ChatTemplate own(
      String source, String beginToken, String endToken, List<String> stops) {
    try {
      return new ChatTemplate(source, beginToken, endToken, stops);
    } catch (JinjaException e) {
      throw new IllegalStateException("a template of ours cannot be read", e);
    }
  }

  /** Whether tools can be given to the template; if not, they must be told in a message. */
  public boolean readsTools() {
    return readsTools;
  }

  public ToolFormat toolFormat() {
    return toolFormat;
  }

  /** Texts at which an answer ends, besides the model's end tokens. */
  public List<String> stops() {
    return stops;
  }

  /**
   * Writes a conversation, up to where the assistant's next answer begins.
   *
   * @param tools what the model may call, as the published templates expect them; may be empty
   * @param now what the model takes for today
   * @throws JinjaException when the template refuses this conversation
   */
  public String write(JsonArray messages, JsonArray tools, LocalDateTime now)
      throws JinjaException {
    JsonObject variables = new JsonObject();
    variables.add("messages", messages);
    if (!tools.isEmpty()) {
      variables.add("tools", tools);
    }
    variables.addProperty("add_generation_prompt", true);
    // Templates of models that can think aloud first: the answer alone is wanted here.
    variables.addProperty("enable_thinking", false);
    variables.addProperty("bos_token", beginToken);
    variables.addProperty("eos_token", endToken);
    return jinja.render(variables, now);
  }
}
