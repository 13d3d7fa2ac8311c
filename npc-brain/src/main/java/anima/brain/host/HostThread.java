package anima.brain.host;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Steps a host 20 times a second on a thread of its own, and closes it in the end. */
public final class HostThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HostThread.class);
  private static final long STEP_MILLIS = 50;
  private static final long CLOSE_SECONDS_MAX = 5;

  private final BrainHost host;
  private final ScheduledExecutorService executor;

  private HostThread(BrainHost host) {
    this.host = host;
    executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "anima-minds");
              thread.setDaemon(true);
              return thread;
            });
  }

  public static HostThread start(BrainHost host) {
    HostThread thread = new HostThread(host);
    var unused =
        thread.executor.scheduleWithFixedDelay(thread::step, 0, STEP_MILLIS, TimeUnit.MILLISECONDS);
    return thread;
  }

  /** An error of ours in one step must not end all steps. */
  private void step() {
    try {
      host.step();
    } catch (RuntimeException error) {
      LOG.error("A step of the minds failed.", error);
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      executor.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    host.close();
  }
}
