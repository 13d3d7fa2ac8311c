package anima.brain.llm.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.brain.llm.text.jinja.JinjaException;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChatTemplateTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 26, 9, 5, 7);

  /** The files hold the structure of the families' templates and what Jinja 3.1 makes of them. */
  @ParameterizedTest
  @CsvSource({"chatml", "smollm2", "qwen2", "qwen3", "llama3", "mistral"})
  void each_family_gets_the_prompt_it_was_taught(String family) throws Exception {
    ChatTemplate template =
        ChatTemplate.of(resource("templates/" + family + ".jinja"), "<s>", "</s>");
    for (String conversation : conversations().keySet()) {
      JsonObject talk = conversations().getAsJsonObject(conversation);
      assertThat(template.write(talk.getAsJsonArray("messages"), talk.getAsJsonArray("tools"), NOW))
          .as(family + " " + conversation)
          .isEqualTo(resource("prompts/" + family + "-" + conversation + ".txt"));
    }
  }

  @Test
  void a_family_calls_tools_in_its_own_way() throws Exception {
    assertThat(format("qwen2")).isEqualTo(ChatTemplate.ToolFormat.TAGGED);
    assertThat(format("llama3")).isEqualTo(ChatTemplate.ToolFormat.BARE);
    assertThat(ChatTemplate.chatMl().readsTools()).isFalse();
  }

  private static ChatTemplate.ToolFormat format(String family) throws Exception {
    ChatTemplate template = ChatTemplate.of(resource("templates/" + family + ".jinja"), "", "");
    assertThat(template.readsTools()).isTrue();
    return template.toolFormat();
  }

  @Test
  void models_without_a_template_get_one_of_ours() throws Exception {
    assertThat(write(ChatTemplate.chatMl()))
        .isEqualTo(
            """
            <|im_start|>system
            You sell <bread> & fish.<|im_end|>
            <|im_start|>user
            Good morning! 早上好 🌅<|im_end|>
            <|im_start|>assistant
            Good morning to you.<|im_end|>
            <|im_start|>user
            What is the "catch"?<|im_end|>
            <|im_start|>assistant
            """);
    assertThat(write(ChatTemplate.turns("<|endoftext|>")))
        .endsWith("Good morning to you.<|endoftext|>What is the \"catch\"?<|endoftext|>");
    assertThat(write(ChatTemplate.transcript("")))
        .isEqualTo(
            "You sell <bread> & fish.\n\nUser: Good morning! 早上好 🌅\n"
                + "Assistant: Good morning to you.\nUser: What is the \"catch\"?\nAssistant:");
    assertThat(ChatTemplate.transcript("").stops()).contains("\nUser:");
  }

  private static String write(ChatTemplate template) throws Exception {
    JsonArray messages = conversations().getAsJsonObject("talk").getAsJsonArray("messages");
    return template.write(messages, new JsonArray(), NOW);
  }

  @Test
  void a_template_says_why_it_refuses_a_conversation() throws Exception {
    ChatTemplate template = ChatTemplate.of(resource("templates/mistral.jinja"), "<s>", "</s>");
    JsonArray twice = new JsonArray();
    for (int i = 0; i < 2; i++) {
      twice.add(JsonParser.parseString("{\"role\": \"user\", \"content\": \"Hello\"}"));
    }
    assertThatThrownBy(() -> template.write(twice, new JsonArray(), NOW))
        .isInstanceOf(JinjaException.class)
        .hasMessage("The roles must alternate user/assistant/user/assistant/...");
  }

  private static JsonObject conversations() throws IOException {
    return JsonParser.parseString(resource("conversations.json")).getAsJsonObject();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ChatTemplateTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
