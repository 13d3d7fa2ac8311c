package anima.brain.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * A hub on this computer, with one model. As the real one it keeps large files elsewhere: requests
 * for them are redirected to another host.
 */
final class HubServer implements AutoCloseable {
  static final String REPOSITORY = "Some-One/Tiny-Random";
  private static final int LARGE_BYTES = 2_000;

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;

  final Map<String, byte[]> files = new ConcurrentHashMap<>();

  /** What was asked for: path, Range and Authorization. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  volatile String commit = "0123456789abcdef0123456789abcdef01234567";
  volatile String licence = "apache-2.0";

  /** The token without which nothing is given; empty for none. */
  volatile String token = "";

  /** An answer about the model instead of the true one; empty for that. */
  volatile String answer = "";

  /** Where large files are redirected to instead; empty for the true place. */
  volatile String elsewhere = "";

  /** Hash to claim of all large files; empty for the true ones. */
  volatile String claimedHash = "";

  /** Large files are cut after so many bytes of an answer, and the connection stays silent. */
  volatile int stallAfterBytes = Integer.MAX_VALUE;

  HubServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Publishes all files of a folder. */
  HubServer publish(Path folder) throws IOException {
    files.clear();
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.toList()) {
        files.put(String.valueOf(child.getFileName()), Files.readAllBytes(child));
      }
    }
    return this;
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String authorization = header(exchange, "Authorization");
      asked.add((path + " " + header(exchange, "Range") + " " + authorization).strip());
      String resolved = "/" + REPOSITORY + "/resolve/" + commit + "/";
      if (path.startsWith("/large/")) {
        give(exchange, content(path.substring("/large/".length())), stallAfterBytes);
      } else if (!token.isEmpty() && !authorization.equals("Bearer " + token)) {
        exchange.sendResponseHeaders(401, -1);
      } else if (path.equals("/api/models/" + REPOSITORY + "/revision/main")) {
        String text = answer.isEmpty() ? listing() : answer;
        give(exchange, text.getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE);
      } else if (path.startsWith(resolved)
          && files.containsKey(path.substring(resolved.length()))) {
        resolve(exchange, path.substring(resolved.length()));
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private byte[] content(String file) {
    return files.getOrDefault(file, new byte[0]);
  }

  private void resolve(HttpExchange exchange, String file) throws IOException {
    byte[] content = content(file);
    if (content.length < LARGE_BYTES) {
      give(exchange, content, Integer.MAX_VALUE);
      return;
    }
    String place = "http://localhost:" + server.getAddress().getPort() + "/large/" + file;
    exchange.getResponseHeaders().set("Location", elsewhere.isEmpty() ? place : elsewhere);
    exchange.sendResponseHeaders(302, -1);
  }

  private void give(HttpExchange exchange, byte[] content, int bytesMax) throws IOException {
    String etag = "\"" + hex("SHA-256", content) + "\"";
    exchange.getResponseHeaders().set("ETag", etag);
    int from = 0;
    if (etag.equals(header(exchange, "If-Range"))) {
      from = Integer.parseInt(header(exchange, "Range").replaceAll("\\D", ""));
      String span = "bytes " + from + "-" + (content.length - 1) + "/" + content.length;
      exchange.getResponseHeaders().set("Content-Range", span);
    }
    int length = content.length - from;
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, length == 0 ? -1 : length);
    exchange.getResponseBody().write(content, from, Math.min(length, bytesMax));
    exchange.getResponseBody().flush();
    if (bytesMax < length) {
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

  /** The answer of the hub's API, with the fields that it has there and more. */
  String listing() {
    JsonArray siblings = new JsonArray();
    new TreeMap<>(files).forEach((name, content) -> siblings.add(sibling(name, content)));
    JsonObject card = new JsonObject();
    card.addProperty("license", licence);
    JsonObject root = new JsonObject();
    root.addProperty("id", REPOSITORY);
    root.addProperty("sha", commit);
    root.addProperty("gated", false);
    root.add("cardData", card);
    root.add("siblings", siblings);
    return root.toString();
  }

  private JsonObject sibling(String name, byte[] content) {
    JsonObject sibling = new JsonObject();
    sibling.addProperty("rfilename", name);
    sibling.addProperty("size", content.length);
    byte[] head = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
    sibling.addProperty("blobId", hex("SHA-1", head, content));
    if (content.length >= LARGE_BYTES) {
      JsonObject lfs = new JsonObject();
      lfs.addProperty("sha256", claimedHash.isEmpty() ? hex("SHA-256", content) : claimedHash);
      lfs.addProperty("size", content.length);
      sibling.add("lfs", lfs);
    }
    return sibling;
  }

  static String hex(String algorithm, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
