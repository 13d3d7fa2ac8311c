package anima.client.voice;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Makes the ear deaf while others are heard, lest the inhabitants answer what comes out of the
 * loudspeakers. Any thread.
 */
final class EchoGuard implements AutoCloseable {
  private static final long TAIL_MILLIS = 300;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "anima-echo");
            thread.setDaemon(true);
            return thread;
          });

  /** Guarded by this. */
  private Optional<Listening> ear = Optional.empty();

  /** Guarded by this. */
  private long soundEndNanos = System.nanoTime();

  synchronized void guard(Listening listening) {
    ear = Optional.of(listening);
  }

  /** Sound of some length is about to be played, after what plays already. */
  synchronized void sounds(long durationMillis) {
    long now = System.nanoTime();
    soundEndNanos = Math.max(now, soundEndNanos) + TimeUnit.MILLISECONDS.toNanos(durationMillis);
    ear.ifPresent(it -> it.setMuted(true));
    long waitNanos = soundEndNanos - now + TimeUnit.MILLISECONDS.toNanos(TAIL_MILLIS);
    var unused = clock.schedule(this::listenAgain, waitNanos, TimeUnit.NANOSECONDS);
  }

  private synchronized void listenAgain() {
    if (System.nanoTime() - soundEndNanos >= 0) {
      ear.ifPresent(it -> it.setMuted(false));
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
