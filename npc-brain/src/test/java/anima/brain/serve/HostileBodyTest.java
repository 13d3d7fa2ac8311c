package anima.brain.serve;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.chat.ChatJson;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a stranger sends is read or refused in one sentence: 400, never 500 and no trace. */
final class HostileBodyTest {
  private static final int ROUNDS = 20_000;

  private static final String BODY =
      """
      {"model": "m", "temperature": 0.5, "seed": 7, "max_tokens": 12, "stop": ["a"], "stream": true,
       "stream_options": {"include_usage": true},
       "messages": [{"role": "system", "content": [{"type": "text", "text": "x"}]},
        {"role": "assistant", "tool_calls": [{"id": "c", "type": "function",
         "function": {"name": "look", "arguments": "{\\"far\\": 2}"}}]},
        {"role": "tool", "tool_call_id": "c", "content": "y"}],
       "response_format": {"type": "json_schema", "json_schema": {"schema": {"type": "object"}}},
       "tools": [{"type": "function", "function": {"name": "look", "parameters": {}}}],
       "tool_choice": {"type": "function", "function": {"name": "look"}}}
      """;

  private static final List<String> PIECES =
      List.of(
          "null",
          "{}",
          "[]",
          "\"\"",
          "1e999",
          "-1",
          "0",
          "true",
          "NaN",
          "\"\\ud800\"",
          "{",
          "[",
          "}",
          "]",
          ",",
          ":",
          "\"",
          "99999999999999999999",
          "{\"a\":{\"a\":{}}}",
          "\u0000",
          "\\u0000",
          "0.1");

  @Test
  void broken_bodies_are_read_or_refused() {
    Random random = new Random(3);
    int read = 0;
    for (int i = 0; i < ROUNDS; i++) {
      read += isRead(broken(random)) ? 1 : 0;
    }
    assertThat(read).isBetween(ROUNDS / 100, ROUNDS * 99 / 100);
  }

  @Test
  void deeply_nested_bodies_are_refused() {
    for (String opening : List.of("[", "{\"a\":")) {
      assertThat(isRead("{\"messages\": " + opening.repeat(200_000))).isFalse();
    }
    assertThat(
            isRead(
                "{\"messages\": [{\"role\": \"user\", \"content\": "
                    + "[".repeat(90)
                    + "]".repeat(90)
                    + "}]}"))
        .isFalse();
  }

  private static boolean isRead(String body) {
    try {
      Call call = new CallReader(1, 100).read(body);
      assertThat(ChatJson.messages(call.chat().messages(), ChatJson.Arguments.TEXT)).isNotEmpty();
      return true;
    } catch (CallFault refused) {
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.getMessage()).isNotBlank().doesNotContain("Exception", "\n");
      return false;
    }
  }

  private static String broken(Random random) {
    StringBuilder body = new StringBuilder(BODY);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(body.length());
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      if (random.nextBoolean()) {
        // A value for a value, which most often leaves JSON.
        int colon = body.indexOf(": ", at);
        int end = colon < 0 ? -1 : body.indexOf(",", colon);
        if (end > 0) {
          body.replace(colon + 2, end, piece);
        }
      } else {
        body.replace(at, Math.min(body.length(), at + random.nextInt(5)), piece);
      }
    }
    return body.toString();
  }
}
