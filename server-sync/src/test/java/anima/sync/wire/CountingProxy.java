package anima.sync.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Passes bytes between clients and a server and counts them, TLS and all. */
final class CountingProxy implements AutoCloseable {
  final AtomicLong toServer = new AtomicLong();
  final AtomicLong toClients = new AtomicLong();
  private final ServerSocket listening;
  private final ServerAddress server;

  CountingProxy(ServerAddress server) throws IOException {
    this.server = server;
    listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  ServerAddress address() {
    return new ServerAddress("localhost", listening.getLocalPort());
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listening.accept();
      Socket up = new Socket(server.host(), server.port());
      client.setTcpNoDelay(true);
      up.setTcpNoDelay(true);
      start(() -> pump(client.getInputStream(), up.getOutputStream(), toServer));
      start(() -> pump(up.getInputStream(), client.getOutputStream(), toClients));
    }
  }

  private static void pump(InputStream in, OutputStream out, AtomicLong count) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
      count.addAndGet(n);
    }
    out.close();
  }

  private static void start(Pass pass) {
    Thread thread =
        new Thread(
            () -> {
              try {
                pass.run();
              } catch (IOException closed) {
                // A side has gone; so does its thread.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  /** Passing until a side goes. */
  private interface Pass {
    void run() throws IOException;
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
