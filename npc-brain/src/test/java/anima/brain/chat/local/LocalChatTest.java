package anima.brain.chat.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import anima.brain.chat.ChatJson;
import anima.brain.chat.ChatListener;
import anima.brain.chat.ChatMessage;
import anima.brain.chat.ChatReply;
import anima.brain.chat.ChatReply.Stop;
import anima.brain.chat.ChatRequest;
import anima.brain.chat.ChatSettings;
import anima.brain.chat.ChatTool;
import anima.brain.chat.ChatToolChoice;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class LocalChatTest {
  private static final JsonObject SCHEMA =
      JsonParser.parseString(
              "{\"type\":\"object\",\"properties\":{\"say\":{\"type\":\"string\",\"maxLength\":12},"
                  + "\"far\":{\"type\":\"boolean\"}},\"required\":[\"say\",\"far\"]}")
          .getAsJsonObject();
  private static final List<ChatTool> TOOLS =
      List.of(
          new ChatTool("look", "Looks at a place.", SCHEMA),
          new ChatTool("wave", "Waves.", new JsonObject()));

  @TempDir static Path folder;
  private static LocalModel model;

  @BeforeAll
  static void open() throws Exception {
    model = SmallChat.open(folder);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  private static ChatRequest hello(int tokensMax, long seed, String... stops) {
    return ChatRequest.of(
        List.of(ChatMessage.system("Be brief."), ChatMessage.user("Hello 米拉")),
        new ChatSettings(tokensMax, 1, 1, seed, List.of(stops)));
  }

  private static ChatReply ask(ChatRequest request) throws ChatException {
    StringBuilder heard = new StringBuilder();
    ChatReply reply = model.chat().chat(request, heard::append, () -> false);
    assertThat(heard).hasToString(reply.text());
    return reply;
  }

  @Test
  void equal_requests_get_equal_answers() throws Exception {
    ChatReply first = ask(hello(40, 7));
    ChatReply again = ask(hello(40, 7));
    assertThat(again.text()).isEqualTo(first.text()).isNotEmpty();
    assertThat(ask(hello(40, 8)).text()).isNotEqualTo(first.text());
    assertThat(first.stop()).isIn(Stop.LENGTH, Stop.FINISHED);
    assertThat(first.completionTokens()).isBetween(1, 40);
  }

  @Test
  void a_conversation_that_goes_on_computes_only_what_is_new() throws Exception {
    ChatReply first = ask(hello(16, 3));
    List<ChatMessage> longer = new ArrayList<>(hello(16, 3).messages());
    longer.add(ChatMessage.assistant(first.text()));
    longer.add(ChatMessage.user("And?"));
    ChatReply second = ask(ChatRequest.of(longer, ChatSettings.greedy(4)));
    assertThat(second.promptTokens()).isGreaterThan(first.promptTokens());
    assertThat(second.cachedTokens()).isGreaterThanOrEqualTo(first.promptTokens() / 2);
  }

  @Test
  void many_ask_at_once_and_get_what_they_get_alone() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        ChatRequest request = hello(20, i % 3);
        Callable<String> asking = () -> ask(request).text();
        answers.add(threads.submit(asking));
      }
      for (int i = 0; i < 12; i++) {
        assertThat(answers.get(i).get()).isEqualTo(ask(hello(20, i % 3)).text());
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void a_stop_text_ends_the_answer_wherever_its_tokens_end() throws Exception {
    String whole = ask(hello(60, 5)).text();
    int at = whole.offsetByCodePoints(0, 10);
    String stop = whole.substring(at, whole.offsetByCodePoints(at, 3));
    ChatReply reply = ask(hello(60, 5, stop));
    assertThat(reply.text()).isEqualTo(whole.substring(0, whole.indexOf(stop)));
    assertThat(reply.stop()).isEqualTo(Stop.FINISHED);
  }

  @Test
  void cancelling_ends_the_answer_with_what_was_said() throws Exception {
    AtomicInteger pieces = new AtomicInteger();
    ChatReply reply =
        model
            .chat()
            .chat(hello(300, 11), piece -> pieces.incrementAndGet(), () -> pieces.get() >= 3);
    assertThat(reply.stop()).isEqualTo(Stop.CANCELLED);
    assertThat(reply.completionTokens()).isLessThan(300);
  }

  @Test
  void a_listener_that_fails_ends_only_its_own_answer() throws Exception {
    ChatListener broken =
        piece -> {
          throw new IllegalStateException("no ears");
        };
    assertThatThrownBy(() -> model.chat().chat(hello(50, 1), broken, () -> false))
        .hasMessage("no ears");
    assertThat(ask(hello(5, 1)).completionTokens()).isPositive();
  }

  @Test
  void a_schema_is_kept_whatever_the_model_would_say() throws Exception {
    for (int seed = 0; seed < 8; seed++) {
      ChatRequest plain = hello(120, seed);
      ChatReply reply =
          ask(new ChatRequest(plain.messages(), Optional.of(SCHEMA), List.of(), plain.settings()));
      assertThat(reply.stop()).isEqualTo(Stop.FINISHED);
      JsonObject said = ChatJson.parse(reply.text());
      assertThat(said.get("say").getAsString().length()).isLessThanOrEqualTo(24);
      assertThat(said.get("far").getAsJsonPrimitive().isBoolean()).isTrue();
    }
  }

  @Test
  void a_tool_is_called_when_it_must_be() throws Exception {
    for (int seed = 0; seed < 6; seed++) {
      ChatReply reply = ask(tools(ChatToolChoice.named("look"), seed));
      assertThat(reply.stop()).isEqualTo(Stop.TOOL_CALLS);
      assertThat(reply.text()).isEmpty();
      assertThat(reply.toolCalls()).hasSize(1);
      assertThat(reply.toolCalls().get(0).name()).isEqualTo("look");
      assertThat(reply.toolCalls().get(0).arguments().has("far")).isTrue();
      assertThat(reply.toolCalls().get(0).id()).matches("[a-z0-9]{9}");
      assertThat(ask(tools(ChatToolChoice.named("look"), seed)).toolCalls())
          .isEqualTo(reply.toolCalls());
    }
  }

  private static ChatRequest tools(ChatToolChoice choice, long seed) {
    return new ChatRequest(
        List.of(ChatMessage.user("Hi")),
        Optional.empty(),
        TOOLS.subList(0, 1),
        choice,
        new ChatSettings(90, 1, 1, seed, List.of()));
  }

  @Test
  void a_conversation_that_does_not_fit_is_refused() {
    ChatRequest request =
        ChatRequest.of(List.of(ChatMessage.user("x".repeat(1_000))), ChatSettings.greedy(4));
    ChatException fault =
        catchThrowableOfType(
            ChatException.class, () -> model.chat().chat(request, ChatListener.NONE, () -> false));
    assertThat(fault.fault()).isEqualTo(ChatFault.TOO_LONG);
    assertThat(fault).hasMessageContaining("but the model only has room for 899");
  }

  @Test
  void an_answer_ends_where_the_context_does() throws Exception {
    ChatReply reply = ask(hello(2_000, 2));
    assertThat(reply.promptTokens() + reply.completionTokens())
        .isLessThanOrEqualTo(SmallChat.CONTEXT_TOKENS);
  }

  @Test
  void a_schema_that_cannot_be_kept_is_one_sentence() {
    JsonObject odd = JsonParser.parseString("{\"type\":\"dragon\"}").getAsJsonObject();
    ChatRequest request =
        new ChatRequest(
            hello(5, 1).messages(), Optional.of(odd), List.of(), ChatSettings.greedy(5));
    ChatException fault =
        catchThrowableOfType(
            ChatException.class, () -> model.chat().chat(request, ChatListener.NONE, () -> false));
    assertThat(fault.fault()).isEqualTo(ChatFault.SCHEMA);
  }

  @Test
  void what_refuses_a_system_message_gets_it_in_the_first_question(@TempDir Path other)
      throws Exception {
    String template =
        "{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('no system') }}{%"
            + " endif %}{{ m.content }}{% endfor %}{% if messages | length > 1 %}{{"
            + " raise_exception('one only') }}{% endif %}";
    try (LocalModel strict = SmallChat.open(other, List.of(), template)) {
      ChatReply reply = strict.chat().chat(hello(3, 1), ChatListener.NONE, () -> false);
      assertThat(reply.promptTokens()).isEqualTo("Be brief.\n\nHello ".length() + 6);
      List<ChatMessage> two = List.of(ChatMessage.user("a"), ChatMessage.user("b"));
      ChatException fault =
          catchThrowableOfType(
              ChatException.class,
              () ->
                  strict
                      .chat()
                      .chat(
                          ChatRequest.of(two, ChatSettings.greedy(3)),
                          ChatListener.NONE,
                          () -> false));
      assertThat(fault).hasMessageContaining("(one only)");
    }
  }
}
