package anima.brain.chat.remote;

import static anima.brain.chat.remote.ScriptedServer.json;
import static anima.brain.chat.remote.ScriptedServer.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anima.brain.chat.ChatCall;
import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import anima.brain.chat.ChatListener;
import anima.brain.chat.ChatMessage;
import anima.brain.chat.ChatReply;
import anima.brain.chat.ChatRequest;
import anima.brain.chat.ChatSettings;
import anima.brain.chat.ChatTool;
import anima.brain.chat.ChatToolChoice;
import anima.brain.serve.OpenAiServer;
import anima.brain.serve.ScriptedChat;
import anima.brain.serve.ServeOptions;
import anima.brain.serve.ServedModel;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class RemoteChatTest {
  private static final ChatRequest HELLO =
      ChatRequest.of(List.of(ChatMessage.user("Hello")), ChatSettings.of(20, 7));
  private static final JsonObject SCHEMA =
      JsonParser.parseString(
              "{\"type\":\"object\",\"properties\":{\"say\":{\"type\":\"string\"}},\"required\":[\"say\"]}")
          .getAsJsonObject();
  private static final ChatRequest SAY =
      new ChatRequest(HELLO.messages(), Optional.of(SCHEMA), List.of(), HELLO.settings());
  private static final String END =
      "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

  private static RemoteOptions options(URI base) {
    return RemoteOptions.of(base, "mira-1").withBackOff(2, Duration.ofMillis(1));
  }

  private static String delta(String text) {
    JsonObject content = new JsonObject();
    content.addProperty("content", text);
    return "data: {\"choices\":[{\"delta\":" + content + "}]}\n\n";
  }

  private static ChatReply ask(URI base, ChatRequest request) throws ChatException {
    StringBuilder heard = new StringBuilder();
    ChatReply reply = new RemoteChat(options(base)).chat(request, heard::append, () -> false);
    assertThat(heard).hasToString(reply.text());
    return reply;
  }

  private static ChatException refused(String answer) throws Exception {
    try (ScriptedServer server = ScriptedServer.of(answer)) {
      return refused(options(server.base()));
    }
  }

  private static ChatException refused(RemoteOptions options) {
    return catchThrowableOfType(
        ChatException.class,
        () -> new RemoteChat(options).chat(HELLO, ChatListener.NONE, () -> false));
  }

  @Test
  void hears_our_own_server() throws Exception {
    ScriptedChat model = ScriptedChat.brief();
    ServeOptions serve = ServeOptions.local().withPort(0).withApiKey(Optional.of("open-sesame"));
    try (OpenAiServer server =
        OpenAiServer.start(
            new ServedModel("mira-1", model, 64), serve, InstantSource.system(), new Random(1))) {
      URI base = URI.create("http://127.0.0.1:" + server.address().getPort() + "/v1/");
      RemoteOptions options = options(base).withApiKey(Optional.of("open-sesame"));
      RemoteChat chat = new RemoteChat(options);
      assertThat(chat.models(() -> false)).containsExactly("mira-1");
      ChatTool look = new ChatTool("look", "Looks.", SCHEMA);
      ChatRequest request =
          new ChatRequest(
              List.of(
                  ChatMessage.system("Be brief."),
                  ChatMessage.assistant("", List.of(new ChatCall("c1", "look", SCHEMA))),
                  ChatMessage.tool("c1", "米拉")),
              Optional.of(SCHEMA),
              List.of(look),
              ChatToolChoice.named("look"),
              new ChatSettings(20, 0.25, 0.5, 3, List.of("\n")));
      StringBuilder heard = new StringBuilder();
      ChatReply reply = chat.chat(request, heard::append, () -> false);
      assertThat(model.asked).containsExactly(request);
      assertThat(reply.text()).isEqualTo("Good day, 米拉🌅!").isEqualTo(heard.toString());
      assertThat(reply.stop()).isEqualTo(ChatReply.Stop.TOOL_CALLS);
      assertThat(reply.toolCalls().get(0).arguments()).isEqualTo(SCHEMA);
      assertThat(reply.promptTokens()).isEqualTo(11);
      assertThat(reply.cachedTokens()).isEqualTo(5);
      assertThat(reply.completionTokens()).isEqualTo(4);
      assertThat(refused(options.withApiKey(Optional.empty())).fault()).isEqualTo(ChatFault.KEY);
      assertThat(refused(options(base.resolve("/v1")).withApiKey(Optional.of("open-sesame"))))
          .isNull();
    }
  }

  @Test
  void cancelling_closes_the_connection() throws Exception {
    try (ScriptedServer server = ScriptedServer.silentAfter(stream(delta("So ")))) {
      AtomicBoolean cancelled = new AtomicBoolean();
      ChatReply reply =
          new RemoteChat(options(server.base()))
              .chat(HELLO, text -> cancelled.set(true), cancelled::get);
      assertThat(reply.stop()).isEqualTo(ChatReply.Stop.CANCELLED);
      assertThat(reply.text()).isEqualTo("So ");
      assertThat(server.hungUp.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void reads_a_whole_answer_where_a_server_cannot_stream() throws Exception {
    String body =
        "{\"choices\":[{\"message\":{\"content\":\"Hi\",\"tool_calls\":[{\"function\":{\"name\":\"look\","
            + "\"arguments\":{\"far\":2}}}]},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":3}}";
    try (ScriptedServer server = ScriptedServer.of(json(200, body))) {
      ChatReply reply = ask(server.base(), HELLO);
      assertThat(reply.text()).isEqualTo("Hi");
      assertThat(reply.stop()).isEqualTo(ChatReply.Stop.TOOL_CALLS);
      assertThat(reply.toolCalls().get(0).arguments()).hasToString("{\"far\":2}");
      assertThat(reply.toolCalls().get(0).id()).isEqualTo("call_0");
    }
  }

  @Test
  void joins_the_arguments_of_a_call_that_comes_in_pieces() throws Exception {
    String pieces =
        "data:"
            + " {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"x\",\"function\":{\"name\":\"look\",\"arguments\":\"{\\\"f\"}}]}}]}\n\n"
            + "data:"
            + " {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"ar\\\":"
            + " 1}\"}}]}}]}\n\n";
    try (ScriptedServer server = ScriptedServer.of(stream(pieces + END))) {
      ChatReply reply = ask(server.base(), HELLO);
      assertThat(reply.toolCalls()).hasSize(1);
      assertThat(reply.toolCalls().get(0).arguments()).hasToString("{\"far\":1}");
    }
  }

  @Test
  void waits_for_a_server_that_is_busy() throws Exception {
    String busy = "HTTP/1.1 429 X\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n";
    try (ScriptedServer server = ScriptedServer.of(busy, stream(delta("Hi") + END))) {
      assertThat(ask(server.base(), HELLO).text()).isEqualTo("Hi");
      assertThat(server.asked).hasSize(2);
    }
    assertThat(refused(json(503, "")).fault()).isEqualTo(ChatFault.OVERLOADED);
  }

  @Test
  void waits_as_long_as_the_server_asks_but_not_for_ever() {
    RemoteOptions options = RemoteOptions.of(URI.create("http://x/v1"), "m");
    assertThat(Patience.before(1, "", options)).hasMillis(500);
    assertThat(Patience.before(3, "soon", options)).hasMillis(2000);
    assertThat(Patience.before(1, "7", options)).hasSeconds(7);
    assertThat(Patience.before(9, "99999", options)).isEqualTo(RemoteOptions.BACK_OFF_MAX);
  }

  @Test
  void asks_less_strictly_where_a_schema_is_refused() throws Exception {
    String refusal = json(400, "{\"error\":{\"message\":\"response_format is unsupported\"}}");
    String talk = delta("Sure! ```json\n{\"say\": ") + delta("\"Hi {you}\"}\n``` Bye") + END;
    try (ScriptedServer server = ScriptedServer.of(refusal, refusal, stream(talk))) {
      RemoteChat chat = new RemoteChat(options(server.base()));
      StringBuilder heard = new StringBuilder();
      ChatReply reply = chat.chat(SAY, heard::append, () -> false);
      assertThat(reply.text()).isEqualTo("{\"say\":\"Hi {you}\"}").isEqualTo(heard.toString());
      assertThat(server.asked.remove()).contains("\"json_schema\"");
      assertThat(server.asked.remove()).contains("\"json_object\"", "follows this JSON schema");
      assertThat(server.asked.remove())
          .contains("follows this JSON schema")
          .doesNotContain("response_format");
      chat.chat(SAY, ChatListener.NONE, () -> false);
      assertThat(server.asked).as("what was refused is not asked again").hasSize(1);
    }
  }

  @Test
  void a_server_that_ignores_the_schema_is_asked_in_words() throws Exception {
    String wrong = stream(delta("Hello there.") + END);
    try (ScriptedServer server =
        ScriptedServer.of(wrong, wrong, stream(delta("{\"say\":1} {\"say\":\"x\"}") + END))) {
      ChatException fault =
          catchThrowableOfType(ChatException.class, () -> ask(server.base(), SAY));
      assertThat(fault.fault()).isEqualTo(ChatFault.NONSENSE);
      assertThat(fault).hasMessageContaining("answer.say must be of type \"string\"");
    }
  }

  @Test
  void json_held_to_the_schema_is_heard_as_it_comes() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.of(stream(delta("{\"say\":") + delta("\"Hi\"}") + END))) {
      StringBuilder pieces = new StringBuilder();
      ChatReply reply =
          new RemoteChat(options(server.base()))
              .chat(SAY, piece -> pieces.append('[').append(piece).append(']'), () -> false);
      assertThat(pieces).hasToString("[{\"say\":][\"Hi\"}]");
      assertThat(reply.text()).isEqualTo("{\"say\":\"Hi\"}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | {\"error\":{\"message\":\"no\"}} | KEY",
        "404 | {\"error\":{\"message\":\"The model `x` does not exist\"}} | UNKNOWN_MODEL",
        "404 | <html>Not found</html> | NONSENSE",
        "400 | {\"error\":\"too long\"} | REFUSED",
        "500 | {\"detail\":\"out of memory\"} | BROKEN",
        "302 | {} | NONSENSE",
        "200 | {\"error\":{\"message\":\"out of memory\"}} | BROKEN",
        "200 | <html>Welcome</html> | NONSENSE",
        "200 | {\"choices\":{}} | NONSENSE",
        "200 | {\"choices\":[{\"message\":{\"content\":7},\"finish_reason\":\"stop\"}]} | FINE",
        "200 | {\"choices\":[{\"message\":{\"content\":[]},\"finish_reason\":\"stop\"}]} |"
            + " NONSENSE",
        "200 | {\"choices\":[{\"message\":{\"content\":\"x\"}}]} | NONSENSE",
        "200 | {\"choices\":[{\"message\":{\"tool_calls\":[{\"index\":7}]}}]} | NONSENSE",
        "200 | {\"choices\":[{\"message\":{\"tool_calls\":[{\"function\":{\"name\":\"rm -rf\"}}]},"
            + "\"finish_reason\":\"stop\"}]} | NONSENSE",
      })
  void each_failure_is_one_sentence(int status, String body, String fault) throws Exception {
    ChatException refused = refused(json(status, body));
    assertThat(refused == null ? "FINE" : refused.fault().name()).isEqualTo(fault);
    if (refused != null) {
      assertThat(refused.getMessage()).startsWith("http://127.0.0.1:").doesNotContain("\n");
    }
  }

  @Test
  void a_server_that_is_not_there_or_says_nothing_is_one_sentence() throws Exception {
    URI gone;
    try (ScriptedServer server = ScriptedServer.silentAfter(stream(delta("So ")))) {
      gone = server.base();
      RemoteOptions hasty = options(gone).withSilenceTime(Duration.ofMillis(300));
      assertThat(refused(hasty).fault()).isEqualTo(ChatFault.TIMEOUT);
    }
    assertThat(refused(options(gone)).fault()).isEqualTo(ChatFault.UNREACHABLE);
    assertThat(refused("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{").fault())
        .isEqualTo(ChatFault.UNREACHABLE);
    assertThat(refused(stream(delta("So "))).fault()).isEqualTo(ChatFault.NONSENSE);
    assertThat(refused("SSH-2.0-OpenSSH_9.2\r\n").fault()).isEqualTo(ChatFault.UNREACHABLE);
  }

  @Test
  void an_answer_without_end_is_cut_off() throws Exception {
    try (ScriptedServer server = ScriptedServer.of(stream("x".repeat(1 << 20)))) {
      RemoteOptions options = options(server.base()).withAnswerBytesMax(1 << 16);
      assertThat(refused(options).fault()).isEqualTo(ChatFault.TOO_MUCH);
    }
  }

  @Test
  void the_key_comes_from_the_environment_and_appears_in_no_text() throws Exception {
    assertThat(RemoteOptions.keyOf(Map.of("OPENAI_API_KEY", "b", "ANIMA_API_KEY", " a ")))
        .contains("a");
    assertThat(RemoteOptions.keyOf(Map.of("OPENAI_API_KEY", "b"))).contains("b");
    assertThat(RemoteOptions.keyOf(Map.of("ANIMA_API_KEY", ""))).isEmpty();
    try (ScriptedServer server = ScriptedServer.of(json(401, "{}"))) {
      RemoteOptions options = options(server.base()).withApiKey(Optional.of("open-sesame"));
      assertThat(options.toString()).doesNotContain("sesame");
      assertThat(refused(options).getMessage()).doesNotContain("sesame");
      assertThat(server.heads.remove()).contains("Authorization: Bearer open-sesame\r\n");
    }
  }
}
