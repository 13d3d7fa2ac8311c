package anima.brain.chat.remote;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import anima.brain.chat.remote.AnswerBytes.Piece;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One request to a server and its answer, read in pieces; closing it ends the connection. Owned by
 * the thread that asks.
 */
final class HttpCall implements AutoCloseable {
  /** How often whoever asked is asked whether he still wants it. */
  private static final long POLL_MILLIS = 50;

  /** Largest answer that is no success. */
  private static final int FAULT_BYTES_MAX = 1 << 16;

  private final RemoteOptions options;
  private final BooleanSupplier cancelled;
  private final CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> sent;
  private final AnswerBytes bytes = new AnswerBytes();
  private @Nullable HttpResponse<Flow.Publisher<List<ByteBuffer>>> response;
  private long taken;

  HttpCall(
      HttpClient client, HttpRequest request, RemoteOptions options, BooleanSupplier cancelled) {
    this.options = options;
    this.cancelled = cancelled;
    this.sent = client.sendAsync(request, HttpResponse.BodyHandlers.ofPublisher());
  }

  /** Begins a request for what lies at a path behind the server's address. */
  static HttpRequest.Builder request(RemoteOptions options, String path) {
    String base = options.base().toString();
    String slash = base.endsWith("/") ? "" : "/";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + slash + path)).timeout(options.silenceTime());
    options.apiKey().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    return request;
  }

  /** Waits for the beginning of the answer; false when cancelled before. */
  boolean begin() throws ChatException {
    while (!cancelled.getAsBoolean()) {
      try {
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> begun =
            sent.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        begun.body().subscribe(bytes);
        response = begun;
        return true;
      } catch (TimeoutException notYet) {
        // Asked again below; the request has a time limit of its own.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      } catch (ExecutionException e) {
        throw fault(e.getCause());
      }
    }
    return false;
  }

  private HttpResponse<?> begun() {
    if (response == null) {
      throw new IllegalStateException("the answer has not begun");
    }
    return response;
  }

  int status() {
    return begun().statusCode();
  }

  String header(String name) {
    return begun().headers().firstValue(name).orElse("");
  }

  /**
   * The next bytes of the answer.
   *
   * @return null at its end, or when cancelled
   */
  @Nullable List<ByteBuffer> next() throws ChatException {
    long waitedMillis = 0;
    while (!cancelled.getAsBoolean()) {
      Piece piece;
      try {
        piece = bytes.next(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
      if (piece != null) {
        return taken(piece);
      }
      waitedMillis += POLL_MILLIS;
      if (waitedMillis > options.silenceTime().toMillis()) {
        throw new ChatException(
            ChatFault.TIMEOUT, options.base(), options.silenceTime().toSeconds());
      }
    }
    return null;
  }

  private @Nullable List<ByteBuffer> taken(Piece piece) throws ChatException {
    if (piece.failure() != null) {
      throw fault(piece.failure());
    }
    if (piece.last()) {
      return null;
    }
    taken += piece.bytes().stream().mapToLong(ByteBuffer::remaining).sum();
    if (taken > options.answerBytesMax()) {
      throw new ChatException(ChatFault.TOO_MUCH, options.base(), options.answerBytesMax());
    }
    return piece.bytes();
  }

  /** All that is left of an answer that is no success, cut off where it becomes long. */
  String faultText() throws ChatException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    List<ByteBuffer> piece = next();
    while (piece != null && all.size() < FAULT_BYTES_MAX) {
      for (ByteBuffer buffer : piece) {
        byte[] some = new byte[Math.min(buffer.remaining(), FAULT_BYTES_MAX - all.size())];
        buffer.get(some);
        all.writeBytes(some);
      }
      piece = next();
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  private ChatException fault(@Nullable Throwable failure) {
    if (failure instanceof HttpConnectTimeoutException || failure instanceof ConnectException) {
      return new ChatException(ChatFault.UNREACHABLE, options.base(), "no connection");
    }
    if (failure instanceof HttpTimeoutException) {
      return new ChatException(
          ChatFault.TIMEOUT, options.base(), options.silenceTime().toSeconds());
    }
    String what =
        failure instanceof IOException ? String.valueOf(failure.getMessage()) : "" + failure;
    return new ChatException(ChatFault.UNREACHABLE, options.base(), what);
  }

  @Override
  public void close() {
    sent.cancel(true);
    bytes.close();
  }
}
