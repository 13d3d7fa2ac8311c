package anima.brain.chat.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;

/**
 * A server that sends the bytes a test wants, one answer for each connection, then hangs up; the
 * last one again and again.
 */
final class ScriptedServer implements AutoCloseable {
  /** Bodies of what it was asked. */
  final Queue<String> asked = new ArrayBlockingQueue<>(64);

  /** Heads of what it was asked. */
  final Queue<String> heads = new ArrayBlockingQueue<>(64);

  /** Counted down when a caller hangs up while it waits. */
  final CountDownLatch hungUp = new CountDownLatch(1);

  private final ServerSocket socket;
  private final List<String> answers;
  private final boolean silentAfter;

  private ScriptedServer(boolean silentAfter, List<String> answers) throws IOException {
    this.socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    this.answers = List.copyOf(answers);
    this.silentAfter = silentAfter;
    Thread thread = new Thread(this::serve, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  static ScriptedServer of(String... answers) throws IOException {
    return new ScriptedServer(false, List.of(answers));
  }

  /** Says something and then nothing more, without hanging up. */
  static ScriptedServer silentAfter(String answer) throws IOException {
    return new ScriptedServer(true, List.of(answer));
  }

  static String json(int status, String body) {
    return "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, body);
  }

  /** A stream of events, ended by hanging up. */
  static String stream(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" + body;
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/v1");
  }

  private void serve() {
    int number = 0;
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        read(caller.getInputStream());
        String answer = answers.get(Math.min(number++, answers.size() - 1));
        caller.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        caller.getOutputStream().flush();
        if (silentAfter && caller.getInputStream().read() < 0) {
          hungUp.countDown();
        }
      } catch (IOException e) {
        hungUp.countDown();
      }
    }
  }

  private void read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      head.append((char) next);
    }
    heads.add(head.toString());
    int at = head.indexOf("Content-Length: ");
    int length =
        at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at)).strip());
    asked.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
