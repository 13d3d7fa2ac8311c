package anima.brain.chat.remote;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import anima.brain.chat.ChatListener;
import anima.brain.chat.ChatReply;
import anima.brain.chat.ChatRequest;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** One way to ask a server for one answer. Owned by the thread that asks. */
final class Attempt {
  private final RemoteOptions options;
  private final ChatRequest request;
  private final SchemaMode mode;
  private final HeldText heard;
  private final BooleanSupplier cancelled;
  private final long begin;
  private final LongSupplier nanoTime;
  private double firstTokenMillis;

  /**
   * Prepares to ask.
   *
   * @param begin when the answer was wished for, by {@code nanoTime}
   */
  Attempt(
      RemoteOptions options,
      ChatRequest request,
      SchemaMode mode,
      ChatListener listener,
      BooleanSupplier cancelled,
      long begin,
      LongSupplier nanoTime) {
    this.options = options;
    this.request = request;
    this.mode = mode;
    this.heard = new HeldText(listener, request.schema().isPresent(), mode);
    this.cancelled = cancelled;
    this.begin = begin;
    this.nanoTime = nanoTime;
  }

  private boolean ended() {
    return cancelled.getAsBoolean() || Thread.currentThread().isInterrupted();
  }

  private boolean hasWeakerMode() {
    return request.schema().isPresent() && mode.next().isPresent();
  }

  /** Asks until the server is free; empty when another way must be tried. */
  Optional<ChatReply> make(HttpClient client) throws ChatException {
    JsonObject body = RequestBody.of(request, options.model(), mode);
    HttpRequest sent =
        HttpCall.request(options, "chat/completions")
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream, application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    for (int tries = 1; ; tries++) {
      Duration wait;
      try (HttpCall call = new HttpCall(client, sent, options, cancelled)) {
        if (!call.begin()) {
          return Optional.of(new AnswerReader(options, text -> {}).finish(true, timings()));
        }
        if (call.status() == 200) {
          return answer(call);
        }
        if (ServerFaults.isRefusal(call.status()) && hasWeakerMode()) {
          return Optional.empty();
        }
        if (!ServerFaults.isBusy(call.status()) || tries >= options.tries()) {
          throw ServerFaults.of(options, call.status(), call.faultText());
        }
        wait = Patience.before(tries, call.header("Retry-After"), options);
      }
      Patience.await(wait, nanoTime, cancelled);
    }
  }

  private ChatReply.Timings timings() {
    return new ChatReply.Timings(firstTokenMillis, millis());
  }

  private double millis() {
    return (nanoTime.getAsLong() - begin) / 1e6;
  }

  private void hear(String text) {
    firstTokenMillis = firstTokenMillis == 0 ? millis() : firstTokenMillis;
    heard.accept(text);
  }

  private Optional<ChatReply> answer(HttpCall call) throws ChatException {
    AnswerReader reader = new AnswerReader(options, this::hear);
    read(call, reader);
    ChatReply reply = reader.finish(ended(), timings());
    boolean whole = reply.stop() == ChatReply.Stop.FINISHED && reply.toolCalls().isEmpty();
    if (request.schema().isPresent() && whole) {
      return fitting(reply);
    }
    heard.release(reply.text());
    return Optional.of(reply);
  }

  private void read(HttpCall call, AnswerReader reader) throws ChatException {
    boolean streamed = call.header("Content-Type").contains("event-stream");
    EventLines lines = new EventLines();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (List<ByteBuffer> piece = call.next(); piece != null; piece = call.next()) {
      for (ByteBuffer buffer : piece) {
        if (streamed) {
          takeAll(lines.take(buffer), reader);
        } else {
          byte[] bytes = new byte[buffer.remaining()];
          buffer.get(bytes);
          whole.writeBytes(bytes);
        }
      }
    }
    if (ended()) {
      // What was cut off in its middle is no event.
      return;
    }
    if (streamed) {
      takeAll(lines.finish(), reader);
    } else {
      reader.take(whole.toString(StandardCharsets.UTF_8));
    }
  }

  private static void takeAll(List<String> events, AnswerReader reader) throws ChatException {
    for (String event : events) {
      reader.take(event);
    }
  }

  /** The answer with its object alone; empty when it does not fit and another way is left. */
  private Optional<ChatReply> fitting(ChatReply reply) throws ChatException {
    Optional<JsonObject> found = JsonFinder.find(reply.text());
    Optional<String> wrong =
        found.isEmpty()
            ? Optional.of("there is no JSON object")
            : SchemaCheck.wrong(found.get(), request.schema().orElseThrow());
    if (wrong.isPresent() && heard.nothingHeard() && hasWeakerMode()) {
      return Optional.empty();
    }
    if (wrong.isPresent()) {
      throw new ChatException(
          ChatFault.NONSENSE, options.base(), "the schema is not kept: " + wrong.get());
    }
    String text = heard.nothingHeard() ? found.orElseThrow().toString() : reply.text();
    heard.release(text);
    return Optional.of(
        new ChatReply(
            text,
            List.of(),
            reply.stop(),
            reply.promptTokens(),
            reply.cachedTokens(),
            reply.completionTokens(),
            reply.timings()));
  }
}
