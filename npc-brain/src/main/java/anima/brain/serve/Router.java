package anima.brain.serve;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends each request where it belongs; whatever happens, the caller gets an answer in JSON. */
final class Router implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);
  private static final String MODELS = "/v1/models";

  private final ServedModel model;
  private final Gate gate;
  private final StalledReaders stalled;
  private final Semaphore places;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final BooleanSupplier closing;

  /**
   * Prepares to answer.
   *
   * @param random names answers and chooses seeds; must allow several threads
   * @param closing whether the server ends
   */
  Router(
      ServedModel model,
      ServeOptions options,
      Gate gate,
      StalledReaders stalled,
      InstantSource clock,
      RandomGenerator random,
      BooleanSupplier closing) {
    this.model = model;
    this.gate = gate;
    this.stalled = stalled;
    this.places = new Semaphore(options.answersMax());
    this.clock = clock;
    this.random = random;
    this.closing = closing;
  }

  @Override
  public void handle(HttpExchange exchange) {
    try {
      route(exchange);
    } catch (CallFault fault) {
      send(exchange, fault.status(), fault.json());
    } catch (IOException e) {
      LOG.debug("a caller has gone", e);
    } catch (RuntimeException e) {
      LOG.error("a request could not be answered", e);
      ChatException failed = new ChatException(ChatFault.FAILED, model.name(), "see its log");
      send(
          exchange,
          500,
          new CallFault(500, "server_error", "", String.valueOf(failed.getMessage())).json());
    } finally {
      exchange.close();
    }
  }

  private void route(HttpExchange exchange) throws CallFault, IOException {
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    boolean open = path.equals("/health") || method.equals("OPTIONS");
    gate.check(exchange.getRequestHeaders(), !open);
    gate.allowedOrigin(exchange.getRequestHeaders())
        .ifPresent(origin -> allow(exchange.getResponseHeaders(), origin));
    if (method.equals("OPTIONS")) {
      exchange.sendResponseHeaders(204, -1);
    } else if (path.equals("/health")) {
      expect(exchange, "GET");
      JsonObject ok = new JsonObject();
      ok.addProperty("status", closing.getAsBoolean() ? "closing" : "ok");
      send(exchange, 200, ok);
    } else if (path.equals(MODELS) || path.startsWith(MODELS + "/")) {
      expect(exchange, "GET");
      send(exchange, 200, models(path));
    } else if (path.equals("/v1/chat/completions")) {
      expect(exchange, "POST");
      chat(exchange);
    } else {
      throw new CallFault(
          404,
          "invalid_request_error",
          "unknown_url",
          "there is nothing at this address; ask /v1/chat/completions, /v1/models or /health");
    }
  }

  private static void allow(Headers headers, String origin) {
    headers.set("Access-Control-Allow-Origin", origin);
    headers.set("Access-Control-Allow-Headers", "authorization, content-type");
    headers.set("Access-Control-Allow-Methods", "GET, POST");
    headers.set("Vary", "Origin");
  }

  private static void expect(HttpExchange exchange, String method) throws CallFault {
    if (!exchange.getRequestMethod().equals(method)) {
      exchange.getResponseHeaders().set("Allow", method);
      throw new CallFault(
          405, "invalid_request_error", "method_not_allowed", "use " + method + " at this address");
    }
  }

  private JsonObject models(String path) throws CallFault {
    JsonObject one = new JsonObject();
    one.addProperty("id", model.name());
    one.addProperty("object", "model");
    one.addProperty("created", clock.instant().getEpochSecond());
    one.addProperty("owned_by", "anima");
    if (path.length() > MODELS.length()) {
      checkModel(path.substring(MODELS.length() + 1));
      return one;
    }
    JsonArray all = new JsonArray();
    all.add(one);
    JsonObject list = new JsonObject();
    list.addProperty("object", "list");
    list.add("data", all);
    return list;
  }

  private void checkModel(String name) throws CallFault {
    if (!name.isEmpty() && !name.equals(model.name())) {
      throw new CallFault(
          404,
          "invalid_request_error",
          "model_not_found",
          "there is no such model here; the one served is " + model.name());
    }
  }

  private void chat(HttpExchange exchange) throws CallFault, IOException {
    Call call = new CallReader(random.nextLong(), model.tokensDefault()).read(body(exchange));
    checkModel(call.model());
    if (!places.tryAcquire()) {
      exchange.getResponseHeaders().set("Retry-After", "1");
      throw new CallFault(
          429,
          "rate_limit_error",
          "rate_limit_exceeded",
          "the model has as many callers as it can take; try again in a moment");
    }
    Wire wire = new Wire(exchange, System::nanoTime);
    stalled.add(wire);
    try {
      String id = "chatcmpl-" + Long.toHexString(random.nextLong() | Long.MIN_VALUE);
      ReplyJson json = new ReplyJson(id, model.name(), clock.instant().getEpochSecond());
      new Answering(model, call, json, wire, closing).run();
    } finally {
      stalled.remove(wire);
      places.release();
    }
  }

  private static String body(HttpExchange exchange) throws CallFault, IOException {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      // A web page may send anything else without asking us first.
      throw new CallFault(
          415,
          "invalid_request_error",
          "unsupported_media_type",
          "send the body as Content-Type: application/json");
    }
    byte[] bytes = exchange.getRequestBody().readNBytes(ServeOptions.BODY_BYTES_MAX + 1);
    if (bytes.length > ServeOptions.BODY_BYTES_MAX) {
      throw new CallFault(
          413,
          "invalid_request_error",
          "request_too_large",
          "the body has more than " + ServeOptions.BODY_BYTES_MAX + " bytes");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw CallFault.invalid("the body is not UTF-8");
    }
  }

  private static void send(HttpExchange exchange, int status, JsonObject json) {
    byte[] bytes = (json + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    if (status == 429) {
      exchange.getResponseHeaders().set("Retry-After", "1");
    }
    try {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      LOG.debug("a caller has gone", e);
    }
  }
}
