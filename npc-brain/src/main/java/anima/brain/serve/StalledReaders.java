package anima.brain.serve;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes the connections of readers that take nothing any more: a write to them would last for
 * ever. Any thread.
 */
final class StalledReaders implements AutoCloseable {
  private static final int LOOKS_PER_STALL = 4;

  private final long stalledNanos;
  private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor watch;

  StalledReaders(Duration stalled) {
    this.stalledNanos = stalled.toNanos();
    this.watch =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "anima-serve-watch");
              thread.setDaemon(true);
              return thread;
            });
    long period = Math.max(1, stalledNanos / LOOKS_PER_STALL);
    Future<?> unused =
        watch.scheduleWithFixedDelay(this::look, period, period, TimeUnit.NANOSECONDS);
  }

  void add(Wire wire) {
    wires.add(wire);
  }

  void remove(Wire wire) {
    wires.remove(wire);
  }

  private void look() {
    wires.forEach(wire -> wire.breakWrite(stalledNanos));
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
