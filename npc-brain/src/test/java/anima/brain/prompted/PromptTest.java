package anima.brain.prompted;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.chat.ChatMessage;
import anima.brain.chat.ChatRequest;
import anima.brain.language.Argument;
import anima.brain.language.Situation;
import anima.brain.language.Step;
import anima.brain.language.Turn;
import anima.brain.language.Village;
import anima.brain.llm.grammar.GrammarException;
import anima.brain.llm.grammar.JsonGrammar;
import anima.world.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Prompts, sign for sign. {@code -Danima.golden.update=true} writes the files anew, for a change
 * that is meant.
 */
final class PromptTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", "."), "src/test/resources/anima/brain/prompted");

  private static ChatRequest request(Language language, String text) {
    ScriptedChat model = new ScriptedChat("");
    Step asked =
        new Step("ask_price", "known", Map.of("item", new Argument("apple", Optional.of("apple"))));
    boolean zh = language == Language.ZH;
    Turn before =
        new Turn(zh ? "苹果多少钱" : "how much is an apple", List.of(asked), zh ? "两文。" : "Two coins.");
    Situation situation = Village.situation(language, text, List.of(before));
    new PromptedDecider(model, Duration.ofSeconds(9), () -> 0, failure -> {})
        .decide(situation, 1, () -> false);
    return model.asked.get(0);
  }

  private static void check(Language language, String text) throws IOException {
    String prompt =
        request(language, text).messages().stream()
            .map(message -> "[" + message.role() + "]\n" + message.content() + "\n")
            .collect(Collectors.joining());
    Path file = FOLDER.resolve("prompt-" + language.code() + ".txt");
    if (Boolean.getBoolean("anima.golden.update")) {
      Files.writeString(file, prompt);
    }
    assertThat(prompt).isEqualTo(Files.readString(file));
  }

  @Test
  void an_english_prompt() throws IOException {
    check(Language.EN, "I'll take three");
  }

  @Test
  void a_chinese_prompt() throws IOException {
    check(Language.ZH, "我要三个");
  }

  @Test
  void all_turns_begin_alike() {
    ChatMessage first = request(Language.EN, "hello").messages().get(0);
    assertThat(request(Language.EN, "good bye").messages().get(0)).isEqualTo(first);
  }

  @Test
  void the_schema_is_one_that_a_grammar_can_hold_to() throws GrammarException {
    for (Language language : Language.values()) {
      JsonGrammar.of(request(language, "hello").schema().orElseThrow());
    }
  }
}
