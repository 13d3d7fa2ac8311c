package anima.voice.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A web server on this computer that publishes one file and can fail in several ways. */
final class Publisher implements AutoCloseable {
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final HttpServer server;

  /** The Range headers asked for, "" for none. */
  final List<String> ranges = new CopyOnWriteArrayList<>();

  volatile byte[] file = new byte[0];
  volatile String etag = "\"1\"";
  volatile int status = 200;

  /** Connections are cut after so many bytes. */
  volatile int cutAfterBytes = Integer.MAX_VALUE;

  /** Length to claim; −1 for the true one. */
  volatile long claimedLength = -1;

  Publisher() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/model.zip");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    String version = exchange.getRequestHeaders().getFirst("If-Range");
    ranges.add(range == null ? "" : range);
    try (exchange) {
      if (status != 200) {
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      exchange.getResponseHeaders().set("ETag", etag);
      int from = 0;
      if (range != null && etag.equals(version)) {
        from = Integer.parseInt(range.replaceAll("\\D", ""));
        String span = "bytes " + from + "-" + (file.length - 1) + "/" + file.length;
        exchange.getResponseHeaders().set("Content-Range", span);
      }
      long length = claimedLength < 0 ? file.length - from : claimedLength;
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, length);
      int end = (int) Math.min(file.length, (long) from + cutAfterBytes);
      exchange.getResponseBody().write(Arrays.copyOfRange(file, from, end));
      exchange.getResponseBody().flush();
    }
  }

  /** A zip archive of these entries. */
  static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
