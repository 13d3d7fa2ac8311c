package anima.brain.serve;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.chat.ChatJson;
import anima.brain.chat.ChatListener;
import anima.brain.chat.ChatMessage;
import anima.brain.chat.ChatReply;
import anima.brain.chat.ChatReply.Stop;
import anima.brain.chat.ChatRequest;
import anima.brain.chat.ChatSettings;
import anima.brain.chat.ChatTool;
import anima.brain.chat.ChatToolChoice;
import anima.brain.chat.local.LocalModel;
import anima.brain.chat.local.SmallChat;
import anima.brain.chat.remote.RemoteChat;
import anima.brain.chat.remote.RemoteOptions;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Server and client against each other over sockets, with a real model of random weights. */
@Timeout(120)
final class ServedModelTest {
  private static final JsonObject SCHEMA =
      JsonParser.parseString(
              "{\"type\":\"object\",\"properties\":{\"place\":{\"type\":\"string\",\"maxLength\":8}},"
                  + "\"required\":[\"place\"]}")
          .getAsJsonObject();
  private static final ChatSettings SETTINGS = new ChatSettings(60, 1, 1, 9, List.of());
  private static final List<ChatMessage> TALK =
      List.of(ChatMessage.system("Be brief."), ChatMessage.user("Good day, 米拉 🌅"));

  @TempDir static Path folder;
  private static LocalModel model;
  private static OpenAiServer server;
  private static RemoteChat remote;

  @BeforeAll
  static void open() throws Exception {
    model = SmallChat.open(folder);
    server =
        OpenAiServer.start(
            new ServedModel("small", model.chat(), 64),
            ServeOptions.local().withPort(0),
            InstantSource.system(),
            new Random(1));
    remote = new RemoteChat(RemoteOptions.of(base(), "small"));
  }

  private static URI base() {
    return URI.create("http://127.0.0.1:" + server.address().getPort() + "/v1");
  }

  @AfterAll
  static void close() {
    server.close();
    model.close();
  }

  /** The same question, asked here and through the door. */
  private static ChatReply same(ChatRequest request) throws Exception {
    ChatReply here = model.chat().chat(request, ChatListener.NONE, () -> false);
    StringBuilder heard = new StringBuilder();
    ChatReply there = remote.chat(request, heard::append, () -> false);
    assertThat(there.text()).isEqualTo(here.text()).isEqualTo(heard.toString());
    assertThat(there.toolCalls()).isEqualTo(here.toolCalls());
    assertThat(there.stop()).isEqualTo(here.stop());
    assertThat(there.promptTokens()).isEqualTo(here.promptTokens());
    assertThat(there.completionTokens()).isEqualTo(here.completionTokens());
    return there;
  }

  @Test
  void the_same_seed_gives_the_same_answer_here_and_through_the_door() throws Exception {
    assertThat(same(ChatRequest.of(TALK, SETTINGS)).text()).isNotEmpty();
    assertThat(same(ChatRequest.of(TALK, SETTINGS)).cachedTokens()).isPositive();
  }

  @Test
  void a_schema_is_kept_through_the_door() throws Exception {
    ChatReply reply = same(new ChatRequest(TALK, Optional.of(SCHEMA), List.of(), SETTINGS));
    assertThat(ChatJson.parse(reply.text()).has("place")).isTrue();
  }

  @Test
  void a_tool_is_called_through_the_door() throws Exception {
    List<ChatTool> tools = List.of(new ChatTool("look", "Looks.", SCHEMA));
    ChatReply reply =
        same(
            new ChatRequest(TALK, Optional.empty(), tools, ChatToolChoice.named("look"), SETTINGS));
    assertThat(reply.stop()).isEqualTo(Stop.TOOL_CALLS);
    List<ChatMessage> longer = new ArrayList<>(TALK);
    longer.add(ChatMessage.assistant("", reply.toolCalls()));
    longer.add(ChatMessage.tool(reply.toolCalls().get(0).id(), "a mill"));
    assertThat(same(ChatRequest.of(longer, SETTINGS)).promptTokens())
        .isGreaterThan(reply.promptTokens() / 2);
  }

  @Test
  void many_callers_at_once_get_what_each_gets_alone() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        ChatRequest request = ChatRequest.of(TALK, new ChatSettings(20, 1, 1, i % 4, List.of()));
        Callable<String> asking = () -> remote.chat(request, ChatListener.NONE, () -> false).text();
        answers.add(threads.submit(asking));
      }
      for (int i = 0; i < 8; i++) {
        ChatRequest request = ChatRequest.of(TALK, new ChatSettings(20, 1, 1, i % 4, List.of()));
        assertThat(answers.get(i).get())
            .isEqualTo(model.chat().chat(request, ChatListener.NONE, () -> false).text());
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void cancelling_through_the_door_frees_the_model() throws Exception {
    AtomicInteger pieces = new AtomicInteger();
    ChatReply reply =
        remote.chat(
            ChatRequest.of(TALK, new ChatSettings(800, 1, 1, 4, List.of())),
            piece -> pieces.incrementAndGet(),
            () -> pieces.get() > 2);
    assertThat(reply.stop()).isEqualTo(Stop.CANCELLED);
    assertThat(same(ChatRequest.of(TALK, SETTINGS)).text()).isNotEmpty();
  }

  /** Does what the page for users says, so that the page stays true. */
  @Test
  void what_the_page_says_works() throws Exception {
    String page = Files.readString(Path.of("../docs/serve.md"));
    Matcher calls =
        Pattern.compile(
                "```sh\\ncurl (?:-N )?(http://127\\.0\\.0\\.1:8090/\\S+)(.*?)\\n```",
                Pattern.DOTALL)
            .matcher(page);
    int count = 0;
    while (calls.find()) {
      HttpResponse<String> answer = curl(calls.group(1), calls.group(2));
      assertThat(answer.statusCode()).as(calls.group() + answer.body()).isEqualTo(200);
      check(calls.group(2), answer.body());
      count++;
    }
    assertThat(count).isEqualTo(5);
  }

  private static HttpResponse<String> curl(String address, String options) throws Exception {
    String path = URI.create(address).getPath();
    HttpRequest.Builder request = HttpRequest.newBuilder(base().resolve(path));
    Matcher body = Pattern.compile("-d '(.*)'", Pattern.DOTALL).matcher(options);
    if (body.find()) {
      request
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(body.group(1)));
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void check(String options, String answer) {
    if (options.contains("\"stream\"")) {
      assertThat(answer).startsWith("data: {").endsWith("data: [DONE]\n\n").contains("\"usage\"");
    } else if (options.contains("json_schema")) {
      JsonObject message =
          ChatJson.parse(answer.strip())
              .getAsJsonArray("choices")
              .get(0)
              .getAsJsonObject()
              .getAsJsonObject("message");
      assertThat(ChatJson.parse(message.get("content").getAsString()).has("open")).isTrue();
    } else if (options.contains("tools")) {
      assertThat(answer).contains("\"name\":\"look\"", "\"finish_reason\":\"tool_calls\"");
    } else {
      assertThat(answer).contains("\"small\"");
    }
  }
}
