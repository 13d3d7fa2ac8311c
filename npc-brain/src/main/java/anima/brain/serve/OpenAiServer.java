package anima.brain.serve;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Serves one model to programs that speak OpenAI's chat completions: {@code /v1/models}, {@code
 * /v1/chat/completions}, {@code /health}. It owns its threads: one for each answer and a few for
 * those who are only turned away.
 */
public final class OpenAiServer implements AutoCloseable {
  /** Threads for requests that get no answer of the model. */
  private static final int SPARE_THREADS = 8;

  /** Requests that wait for a thread; the connections of others are closed. */
  private static final int WAITING_MAX = 256;

  /** Connections that wait to be accepted. */
  private static final int BACKLOG = 128;

  private static final int CLOSE_SECONDS = 3;

  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final StalledReaders stalled;
  private final AtomicBoolean closing;

  private OpenAiServer(
      HttpServer server,
      ThreadPoolExecutor threads,
      StalledReaders stalled,
      AtomicBoolean closing) {
    this.server = server;
    this.threads = threads;
    this.stalled = stalled;
    this.closing = closing;
  }

  /**
   * Begins to serve; the model must outlive the server.
   *
   * @param random names answers and chooses the seeds that callers leave out; must allow several
   *     threads
   */
  public static OpenAiServer start(
      ServedModel model, ServeOptions options, InstantSource clock, RandomGenerator random)
      throws ServeException {
    HttpSettings.apply();
    InetSocketAddress address = options.address();
    HttpServer server;
    try {
      server = HttpServer.create(address, BACKLOG);
    } catch (IOException e) {
      throw new ServeException(
          ServeFault.PORT, options.host() + ":" + options.port(), String.valueOf(e.getMessage()));
    }
    StalledReaders stalled = new StalledReaders(options.stalledTime());
    AtomicBoolean closing = new AtomicBoolean();
    Gate gate = new Gate(options, address.getAddress().isLoopbackAddress());
    Router router = new Router(model, options, gate, stalled, clock, random, closing::get);
    ThreadPoolExecutor threads = newThreads(options.answersMax() + SPARE_THREADS);
    server.createContext("/", router);
    server.setExecutor(threads);
    server.start();
    return new OpenAiServer(server, threads, stalled, closing);
  }

  private static ThreadPoolExecutor newThreads(int count) {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            count,
            count,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            work -> {
              Thread thread = new Thread(work, "anima-serve-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /** Ends all answers within a token, tells their callers, and frees the port. */
  @Override
  public void close() {
    closing.set(true);
    // The JDK's server waits the whole time when nothing is under way.
    server.stop(threads.getActiveCount() > 0 ? CLOSE_SECONDS : 0);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    stalled.close();
  }
}
