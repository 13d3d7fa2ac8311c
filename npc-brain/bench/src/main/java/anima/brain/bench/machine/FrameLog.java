package anima.brain.bench.machine;

import java.util.Arrays;

/** Gathers the times of frames until they are asked for; when full, later frames are not noted. */
final class FrameLog {
  private static final int FRAMES_MAX = 100_000;

  /** Guarded by this, as is the count. */
  private final double[] millis = new double[FRAMES_MAX];

  private int frames;

  synchronized void add(double frameMillis) {
    if (frames < FRAMES_MAX) {
      millis[frames++] = frameMillis;
    }
    notifyAll();
  }

  /** Takes the times since the last call; waits for the first frame. */
  synchronized FrameTimes take() throws InterruptedException {
    while (frames == 0) {
      wait();
    }
    FrameTimes times = FrameTimes.of(Arrays.copyOf(millis, frames));
    frames = 0;
    return times;
  }
}
