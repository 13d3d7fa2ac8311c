package anima.voice;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Between the microphone and the recogniser: holds at most {@link #FRAMES_MAX} frames (5 s) and
 * drops the oldest when full, for a recogniser that has fallen behind does best to catch up with
 * the present. Any thread may call any method; all state is guarded by {@code this}.
 */
final class FrameRing {
  static final int FRAMES_MAX = 5_000 / AudioFrame.MILLIS;

  private final ArrayDeque<AudioFrame> frames = new ArrayDeque<>(FRAMES_MAX);
  private long dropped;
  private boolean ended;
  private @Nullable VoiceException failure;

  synchronized void put(AudioFrame frame) {
    if (ended) {
      return;
    }
    if (frames.size() == FRAMES_MAX) {
      frames.removeFirst();
      dropped++;
    }
    frames.addLast(frame);
    notifyAll();
  }

  /** No more frames will come; those that wait can still be taken. */
  synchronized void end(@Nullable VoiceException reason) {
    if (!ended) {
      ended = true;
      failure = reason;
      notifyAll();
    }
  }

  /**
   * Waits for a frame.
   *
   * @return null at the end
   * @throws VoiceException the reason of the end, if there is one
   * @throws TimeoutException if none came in time
   */
  synchronized @Nullable AudioFrame take(long timeoutMillis)
      throws VoiceException, TimeoutException, InterruptedException {
    long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    while (frames.isEmpty() && !ended) {
      long leftMillis = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
      if (leftMillis <= 0) {
        throw new TimeoutException();
      }
      wait(leftMillis);
    }
    if (frames.isEmpty() && failure != null) {
      throw failure;
    }
    return frames.pollFirst();
  }

  synchronized long dropped() {
    return dropped;
  }
}
