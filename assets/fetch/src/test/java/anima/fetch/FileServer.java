package anima.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

/** A web server on this computer that gives one file and can fail in several ways. */
final class FileServer implements AutoCloseable {
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;

  /** The Range headers asked for, "" for none. */
  final List<String> ranges = new CopyOnWriteArrayList<>();

  /** The Authorization headers sent, "" for none. */
  final List<String> authorizations = new CopyOnWriteArrayList<>();

  volatile byte[] file = new byte[0];

  /** Version of the file; "" gives none. */
  volatile String etag = "\"1\"";

  volatile int status = 200;

  /** How many requests are answered by {@link #status}; later ones are served. */
  final AtomicInteger refusals = new AtomicInteger(Integer.MAX_VALUE);

  volatile String location = "";

  /** Length to claim; −1 for the true one. */
  volatile long claimedLength = -1;

  /** Whether no length is claimed at all. */
  volatile boolean chunked;

  /** Whether ranges are ignored, as simple servers do. */
  volatile boolean rangeless;

  /** Whether the connection stays open and silent after a cut. */
  volatile boolean stalls;

  /** From the place where an answer starts to the place where it is cut. */
  volatile IntUnaryOperator cut = from -> Integer.MAX_VALUE;

  FileServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create(base("127.0.0.1") + "/file.bin");
  }

  /** Another name of the same machine: another host to a client. */
  URI addressByName() {
    return URI.create(base("localhost") + "/file.bin");
  }

  private String base(String host) {
    return "http://" + host + ":" + server.getAddress().getPort();
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private void answer(HttpExchange exchange) throws IOException {
    ranges.add(header(exchange, "Range"));
    authorizations.add(header(exchange, "Authorization"));
    try (exchange) {
      if (!location.isEmpty() && exchange.getRequestURI().getPath().equals("/moved")) {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
      } else if (status != 200 && refusals.getAndDecrement() > 0) {
        exchange.sendResponseHeaders(status, -1);
      } else {
        give(exchange);
      }
    }
  }

  private void give(HttpExchange exchange) throws IOException {
    int from = 0;
    if (!etag.isEmpty()) {
      exchange.getResponseHeaders().set("ETag", etag);
    }
    if (!rangeless && etag.equals(header(exchange, "If-Range"))) {
      from = Integer.parseInt(header(exchange, "Range").replaceAll("\\D", ""));
      if (from >= file.length) {
        exchange.getResponseHeaders().set("Content-Range", "bytes */" + file.length);
        exchange.sendResponseHeaders(416, -1);
        return;
      }
      String span = "bytes " + from + "-" + (file.length - 1) + "/" + file.length;
      exchange.getResponseHeaders().set("Content-Range", span);
    }
    long length = claimedLength < 0 ? file.length - from : claimedLength;
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, chunked ? 0 : length == 0 ? -1 : length);
    int end = Math.min(file.length, Math.max(from, cut.applyAsInt(from)));
    OutputStream body = exchange.getResponseBody();
    body.write(file, from, end - from);
    body.flush();
    if (stalls && end < file.length) {
      await();
    }
  }

  private void await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
