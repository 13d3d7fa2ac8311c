package anima.brain.llm.text.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Templates come from strangers: whatever they hold, they are filled or refused. */
final class JinjaFuzzTest {
  private static final int ROUNDS = 1_000;
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 6, 9, 5, 7);

  private static final List<String> PIECES =
      List.of(
          "{{",
          "}}",
          "{%",
          "%}",
          "{#",
          "#}",
          "-",
          "+",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "'",
          "\"",
          "\\",
          "|",
          "~",
          " is ",
          " in ",
          " not ",
          " if ",
          " else ",
          "for x in ",
          "endfor",
          "endif",
          "set a = ",
          "namespace()",
          ".split(",
          "[::-1]",
          "99999999999999999999",
          "0.0",
          "**",
          "//",
          "% 0",
          "messages",
          "loop.",
          "tojson",
          "range(",
          "| map(",
          "macro m(",
          "caller()",
          "*");

  @Test
  void broken_templates_are_filled_or_refused() throws Exception {
    String template = resource("templates/qwen3.jinja") + resource("templates/mistral.jinja");
    JsonObject variables =
        JsonParser.parseString(resource("conversations.json"))
            .getAsJsonObject()
            .getAsJsonObject("tools");
    variables.addProperty("eos_token", "</s>");
    variables.addProperty("bos_token", "<s>");
    Random random = new Random(5);
    int filled = 0;
    for (int i = 0; i < ROUNDS; i++) {
      filled += isFilled(broken(template, random), variables) ? 1 : 0;
    }
    // Both ends are reached, so that the test tests both.
    assertThat(filled).isBetween(ROUNDS / 100, ROUNDS * 99 / 100);
  }

  private static boolean isFilled(String template, JsonObject variables) {
    try {
      Jinja.compile(template).render(variables, NOW);
      return true;
    } catch (JinjaException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return false;
    }
  }

  private static String broken(String template, Random random) {
    StringBuilder text = new StringBuilder(template);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + random.nextInt(9));
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      text.replace(at, random.nextBoolean() ? end : at, random.nextInt(4) == 0 ? "" : piece);
    }
    return text.toString();
  }

  private static String resource(String name) throws Exception {
    try (InputStream in = JinjaFuzzTest.class.getResourceAsStream("../" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
