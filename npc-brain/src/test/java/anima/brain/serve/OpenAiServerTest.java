package anima.brain.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.brain.chat.ChatMessage;
import anima.brain.chat.ChatRequest;
import anima.brain.chat.ChatToolChoice;
import anima.world.Language;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class OpenAiServerTest {
  private static final String HELLO =
      "{\"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}";
  private static final ServeOptions OPTIONS = ServeOptions.local().withPort(0);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  static OpenAiServer serve(ScriptedChat model, ServeOptions options) throws ServeException {
    return OpenAiServer.start(
        new ServedModel("mira-1", model, 256),
        options,
        InstantSource.fixed(Instant.ofEpochSecond(1_800_000_000)),
        new Random(1));
  }

  private static HttpRequest.Builder to(OpenAiServer server, String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.address().getPort() + path))
        .timeout(Duration.ofSeconds(30));
  }

  private static HttpRequest.Builder post(OpenAiServer server, String body) {
    return to(server, "/v1/chat/completions")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonObject json(HttpResponse<String> response) {
    return JsonParser.parseString(response.body()).getAsJsonObject();
  }

  @Test
  void says_which_model_it_serves() throws Exception {
    try (OpenAiServer server = serve(ScriptedChat.brief(), OPTIONS)) {
      assertThat(send(to(server, "/health")).body()).isEqualTo("{\"status\":\"ok\"}\n");
      assertThat(send(to(server, "/v1/models")).body())
          .isEqualTo(
              "{\"object\":\"list\",\"data\":[{\"id\":\"mira-1\",\"object\":\"model\","
                  + "\"created\":1800000000,\"owned_by\":\"anima\"}]}\n");
      assertThat(send(to(server, "/v1/models/mira-1")).statusCode()).isEqualTo(200);
      assertThat(send(to(server, "/v1/models/other")).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void answers_whole() throws Exception {
    try (OpenAiServer server = serve(ScriptedChat.brief(), OPTIONS)) {
      HttpResponse<String> response = send(post(server, HELLO));
      assertThat(response.statusCode()).isEqualTo(200);
      JsonObject json = json(response);
      assertThat(json.get("object").getAsString()).isEqualTo("chat.completion");
      assertThat(json.get("id").getAsString()).startsWith("chatcmpl-");
      assertThat(json.getAsJsonArray("choices"))
          .hasToString(
              "[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Good day, 米拉🌅!\"},"
                  + "\"logprobs\":null,\"finish_reason\":\"stop\"}]");
      assertThat(json.getAsJsonObject("usage"))
          .hasToString(
              "{\"prompt_tokens\":11,\"completion_tokens\":4,\"total_tokens\":15,"
                  + "\"prompt_tokens_details\":{\"cached_tokens\":5}}");
    }
  }

  @Test
  void answers_in_a_stream_that_ends_with_done() throws Exception {
    try (OpenAiServer server = serve(ScriptedChat.brief(), OPTIONS)) {
      String body =
          HELLO.replaceFirst(
              "\\{", "{\"stream\": true, \"stream_options\": {\"include_usage\": true},");
      HttpResponse<String> response = send(post(server, body));
      assertThat(response.headers().firstValue("Content-Type"))
          .contains("text/event-stream; charset=utf-8");
      List<String> events = List.of(response.body().split("\n\n"));
      assertThat(events).hasSize(8).allMatch(event -> event.startsWith("data: "));
      assertThat(events.get(0)).contains("\"delta\":{\"role\":\"assistant\",\"content\":\"\"}");
      assertThat(events.get(3)).contains("\"delta\":{\"content\":\"米拉🌅\"}");
      assertThat(events.get(5)).contains("\"delta\":{}", "\"finish_reason\":\"stop\"");
      assertThat(events.get(6)).contains("\"choices\":[],\"usage\":{\"prompt_tokens\":11");
      assertThat(events.get(7)).isEqualTo("data: [DONE]");
    }
  }

  @Test
  void tells_the_model_all_that_was_asked() throws Exception {
    ScriptedChat model = ScriptedChat.brief();
    try (OpenAiServer server = serve(model, OPTIONS)) {
      HttpResponse<String> response =
          send(
              post(
                  server,
                  """
                  {"model": "mira-1", "temperature": 0.5, "top_p": 0.9, "seed": -9223372036854775807, "n": 1,
                   "max_completion_tokens": 12, "stop": ["\\n", "###"], "user": "somebody",
                   "messages": [
                    {"role": "developer", "content": [{"type": "text", "text": "Be "},
                                                      {"type": "text", "text": "brief."}]},
                    {"role": "assistant", "content": null, "tool_calls": [{"id": "c1",
                     "type": "function", "function": {"name": "look", "arguments": "{\\"far\\": 2}"}}]},
                    {"role": "tool", "tool_call_id": "c1", "content": "a mill"}],
                   "response_format": {"type": "json_schema", "json_schema":
                    {"name": "x", "schema": {"type": "object", "properties": {}}}},
                   "tools": [{"type": "function", "function": {"name": "look"}}],
                   "tool_choice": {"type": "function", "function": {"name": "look"}}}
                  """));
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      ChatRequest asked = model.asked.remove();
      assertThat(asked.settings())
          .hasToString(
              "ChatSettings[tokensMax=12, temperature=0.5, topP=0.9, seed=-9223372036854775807,"
                  + " stop=[\n"
                  + ", ###]]");
      assertThat(asked.messages().get(0)).isEqualTo(ChatMessage.system("Be brief."));
      assertThat(asked.messages().get(1).toolCalls().get(0).arguments()).hasToString("{\"far\":2}");
      assertThat(asked.messages().get(2)).isEqualTo(ChatMessage.tool("c1", "a mill"));
      assertThat(asked.schema().orElseThrow())
          .hasToString("{\"type\":\"object\",\"properties\":{}}");
      assertThat(asked.toolChoice()).isEqualTo(ChatToolChoice.named("look"));
      assertThat(response.body())
          .contains(
              "\"tool_calls\":[{\"id\":\"a1b2c3d4e\",\"type\":\"function\",\"function\":{\"name\":"
                  + "\"look\",\"arguments\":\"{\\\"type\\\":\\\"object\\\",\\\"properties\\\":{}}\"}}]",
              "\"finish_reason\":\"tool_calls\"");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | the body is no JSON object: it is no object",
        "{\"messages\": 1} | \"messages\" must be a list",
        "{} | \"messages\" is missing",
        "{\"messages\": []} | a conversation must have 1 to 1024 messages",
        "{\"messages\": [1]} | \"messages\" must be a list of objects",
        "{\"messages\": [{\"role\": \"king\"}]}"
            + "| the \"role\" of a message must be system, user, assistant or tool",
        "{\"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"image_url\"}]}]}"
            + "| this model reads text only, no image_url parts",
        "{\"n\": 2} | \"n\" must be 1: ask again for another answer",
        "{\"logprobs\": true} | \"logprobs\" is not known here; leave it out",
        "{\"messages\": [{\"role\": \"user\"}], \"temperature\": 3} | the temperature must be 0 to"
            + " 2.0",
        "{\"messages\": [{\"role\": \"user\"}], \"temperature\": \"hot\"} | \"temperature\" must be"
            + " a number",
        "{\"messages\": [{\"role\": \"user\"}], \"max_tokens\": 1.5} | \"max_tokens\" must be a"
            + " whole number",
        "{\"messages\": [{\"role\": \"user\"}], \"max_tokens\": 0} | the most tokens must be 1 to"
            + " 1048576",
        "{\"messages\": [{\"role\": \"user\"}], \"response_format\": {\"type\": \"xml\"}}"
            + "| \"response_format.type\" must be text, json_object or json_schema",
        "{\"messages\": [{\"role\": \"user\"}], \"tool_choice\": \"required\"}"
            + "| a tool call is required but there are no tools",
      })
  void says_what_is_wrong_with_a_request(String body, String message) throws Exception {
    try (OpenAiServer server = serve(ScriptedChat.brief(), OPTIONS)) {
      HttpResponse<String> response = send(post(server, body));
      assertThat(response.statusCode()).isEqualTo(400);
      JsonObject error = json(response).getAsJsonObject("error");
      assertThat(error.get("message").getAsString()).isEqualTo(message);
      assertThat(error.get("type").getAsString()).isEqualTo("invalid_request_error");
    }
  }

  @Test
  void turns_away_what_it_does_not_know() throws Exception {
    try (OpenAiServer server = serve(ScriptedChat.brief(), OPTIONS)) {
      check(send(to(server, "/v1/images")), 404, "unknown_url");
      check(send(post(server, HELLO).DELETE()), 405, "method_not_allowed");
      check(
          send(post(server, HELLO.replaceFirst("\\{", "{\"model\": \"gpt\","))),
          404,
          "model_not_found");
      HttpRequest.Builder plain =
          to(server, "/v1/chat/completions").POST(HttpRequest.BodyPublishers.ofString(HELLO));
      check(send(plain), 415, "unsupported_media_type");
    }
  }

  private static void check(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(json(response).getAsJsonObject("error").get("code").getAsString()).isEqualTo(code);
  }

  @Test
  void wants_the_key_when_there_is_one() throws Exception {
    ServeOptions options = OPTIONS.withApiKey(Optional.of("open-sesame"));
    try (OpenAiServer server = serve(ScriptedChat.brief(), options)) {
      check(send(post(server, HELLO)), 401, "invalid_api_key");
      check(send(post(server, HELLO).header("Authorization", "Bearer x")), 401, "invalid_api_key");
      assertThat(
              send(post(server, HELLO).header("Authorization", "Bearer open-sesame")).statusCode())
          .isEqualTo(200);
      assertThat(send(to(server, "/health")).statusCode()).isEqualTo(200);
      assertThat(options).hasToString("ServeOptions[127.0.0.1:0, with a key]");
    }
  }

  @Test
  void other_machines_need_a_key() {
    assertThatThrownBy(() -> serve(ScriptedChat.brief(), OPTIONS.withHost("0.0.0.0")))
        .isInstanceOf(ServeException.class)
        .hasMessageContaining("set a key with --api-key");
    assertThatThrownBy(() -> serve(ScriptedChat.brief(), OPTIONS.withHost("no such host")))
        .isInstanceOfSatisfying(
            ServeException.class, e -> assertThat(e.in(Language.ZH)).contains("主机名"));
  }

  @Test
  void a_port_in_use_is_one_sentence() throws Exception {
    try (OpenAiServer server = serve(ScriptedChat.brief(), OPTIONS)) {
      int port = server.address().getPort();
      assertThatThrownBy(() -> serve(ScriptedChat.brief(), OPTIONS.withPort(port)))
          .isInstanceOf(ServeException.class)
          .hasMessageStartingWith("Cannot listen at 127.0.0.1:" + port);
    }
  }

  @Test
  void web_pages_of_strangers_are_turned_away() throws Exception {
    ServeOptions options = OPTIONS.withOrigins(Set.of("https://friend.example"));
    try (OpenAiServer server = serve(ScriptedChat.brief(), options)) {
      check(send(post(server, HELLO).header("Origin", "https://evil.example")), 403, "forbidden");
      check(send(post(server, HELLO).header("Origin", "null")), 403, "forbidden");
      HttpResponse<String> friend =
          send(post(server, HELLO).header("Origin", "https://friend.example"));
      assertThat(friend.headers().firstValue("Access-Control-Allow-Origin"))
          .contains("https://friend.example");
      HttpRequest.Builder preflight =
          to(server, "/v1/chat/completions")
              .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
              .header("Origin", "https://friend.example");
      assertThat(send(preflight).statusCode()).isEqualTo(204);
      // A name that a stranger's name server points at this machine.
      assertThat(raw(server, "GET /v1/models HTTP/1.1\r\nHost: evil.example\r\n\r\n"))
          .startsWith("HTTP/1.1 403");
    }
  }

  private static Socket connect(OpenAiServer server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
    socket.setSoTimeout(30_000);
    return socket;
  }

  private static String raw(OpenAiServer server, String request) throws IOException {
    try (Socket socket = connect(server)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
    }
  }

  private static Socket ask(OpenAiServer server, boolean stream) throws IOException {
    Socket socket = connect(server);
    String body = stream ? HELLO.replaceFirst("\\{", "{\"stream\": true,") : HELLO;
    OutputStream out = socket.getOutputStream();
    out.write(
        ("POST /v1/chat/completions HTTP/1.1\r\n"
                + "Host: localhost\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: "
                + body.length()
                + "\r\n\r\n"
                + body)
            .getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void who_hangs_up_cancels_his_answer(boolean stream) throws Exception {
    ScriptedChat model = ScriptedChat.endless("word ");
    try (OpenAiServer server = serve(model, OPTIONS)) {
      Socket socket = ask(server, stream);
      assertThat(model.begun.await(30, TimeUnit.SECONDS)).isTrue();
      socket.close();
      assertThat(model.cancelled.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_reader_who_takes_nothing_is_cut_off() throws Exception {
    ScriptedChat model = ScriptedChat.endless("word ".repeat(20_000));
    ServeOptions options = OPTIONS.withStalledTime(Duration.ofMillis(300));
    try (OpenAiServer server = serve(model, options);
        Socket socket = ask(server, true)) {
      assertThat(socket.isConnected()).isTrue();
      assertThat(model.cancelled.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void one_caller_too_many_is_told_to_come_again() throws Exception {
    ScriptedChat model = ScriptedChat.endless("word ");
    try (OpenAiServer server = serve(model, OPTIONS.withAnswersMax(1));
        Socket socket = ask(server, true)) {
      assertThat(socket.isConnected()).isTrue();
      assertThat(model.begun.await(30, TimeUnit.SECONDS)).isTrue();
      HttpResponse<String> response = send(post(server, HELLO));
      check(response, 429, "rate_limit_exceeded");
      assertThat(response.headers().firstValue("Retry-After")).contains("1");
      assertThat(send(to(server, "/health")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void closing_ends_all_answers() throws Exception {
    ScriptedChat model = ScriptedChat.endless("word ");
    OpenAiServer server = serve(model, OPTIONS);
    try (Socket socket = ask(server, true)) {
      assertThat(socket.isConnected()).isTrue();
      assertThat(model.begun.await(30, TimeUnit.SECONDS)).isTrue();
      server.close();
      assertThat(model.cancelled.await(1, TimeUnit.SECONDS)).isTrue();
      assertThatThrownBy(() -> connect(server)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_body_that_is_too_large_is_refused() throws Exception {
    try (OpenAiServer server = serve(ScriptedChat.brief(), OPTIONS)) {
      assertThat(
              raw(
                  server,
                  "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n"
                      + "Content-Type: application/json\r\nContent-Length: 9000000\r\n\r\n"
                      + " ".repeat(9_000_000)))
          .isEqualTo("HTTP/1.1 413");
    }
  }
}
