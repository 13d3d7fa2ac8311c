package anima.brain.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.world.Language;
import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChatRequestTest {
  private static final ChatSettings SETTINGS = ChatSettings.greedy(10);
  private static final List<ChatMessage> HELLO = List.of(ChatMessage.user("Hello"));

  @Test
  void what_goes_beyond_a_limit_is_refused_by_name() {
    refused(() -> ChatSettings.greedy(0), "the most tokens must be 1 to 1048576");
    refused(
        () -> new ChatSettings(1, Double.NaN, 1, 0, List.of()), "the temperature must be 0 to 2.0");
    refused(() -> new ChatSettings(1, 0, 0, 0, List.of()), "top p must be above 0 and at most 1");
    refused(
        () -> new ChatSettings(1, 0, 1, 0, List.of("")),
        "a stop text must have 1 to 256 characters");
    refused(
        () -> ChatMessage.user("x".repeat(ChatMessage.CONTENT_LENGTH_MAX + 1)),
        "a message of 1048577 characters; 1048576 at most");
    refused(
        () -> ChatRequest.of(List.of(), SETTINGS), "a conversation must have 1 to 1024 messages");
    refused(
        () ->
            ChatRequest.of(Collections.nCopies(3, ChatMessage.user("x".repeat(1 << 20))), SETTINGS),
        "a conversation of 3145728 characters; 2097152 at most");
    refused(
        () -> new ChatTool("open door", "", new JsonObject()),
        "the name of a tool must have 1 to 64 letters, digits, dashes or underscores");
  }

  @Test
  void messages_that_cannot_be_are_refused() {
    ChatCall call = new ChatCall("call_1", "wave", new JsonObject());
    refused(
        () -> new ChatMessage(ChatMessage.Role.USER, "", List.of(call), Optional.empty()),
        "only an assistant calls tools");
    refused(
        () -> new ChatMessage(ChatMessage.Role.TOOL, "", List.of(), Optional.empty()),
        "a tool's message, and no other, names a tool call");
  }

  @Test
  void a_required_tool_must_be_there() {
    ChatTool wave = new ChatTool("wave", "Waves.", new JsonObject());
    refused(
        () -> ask(List.of(), ChatToolChoice.REQUIRED),
        "a tool call is required but there are no tools");
    refused(() -> ask(List.of(wave), ChatToolChoice.named("bow")), "there is no tool bow");
    refused(() -> ask(List.of(wave, wave), ChatToolChoice.AUTO), "two tools have the same name");
    assertThat(ask(List.of(wave), ChatToolChoice.named("wave")).tools()).containsExactly(wave);
  }

  private static ChatRequest ask(List<ChatTool> tools, ChatToolChoice choice) {
    return new ChatRequest(HELLO, Optional.empty(), tools, choice, SETTINGS);
  }

  @Test
  void a_request_does_not_change_with_the_json_it_was_made_of() {
    JsonObject schema = new JsonObject();
    ChatRequest request = new ChatRequest(HELLO, Optional.of(schema), List.of(), SETTINGS);
    schema.addProperty("type", "object");
    request.schema().orElseThrow().addProperty("type", "array");
    assertThat(request.schema()).contains(new JsonObject());
  }

  @Test
  void a_fault_is_one_harmless_sentence_in_either_language() {
    ChatException fault =
        new ChatException(ChatFault.REFUSED, "there", "bad\n\u001b[31m" + "x".repeat(300));
    assertThat(fault.getMessage())
        .startsWith("there: the model's server refuses the request (bad [31mx");
    assertThat(fault.getMessage()).doesNotContain("\n").hasSizeLessThan(400);
    assertThat(fault.in(Language.ZH)).startsWith("there：模型服务器拒绝了请求（bad");
  }

  private static void refused(Runnable making, String sentence) {
    assertThatThrownBy(making::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }
}
