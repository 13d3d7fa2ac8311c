package anima.brain.llm.schedule;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Holds thinking back while it costs frames. What frames take when nobody thinks is learned; while
 * the recent 99th percentile with thinking is more than a tenth above that, the model rests longer
 * after each step, otherwise less and less. It never rests so long that speech would falter.
 *
 * <p>{@link #frame} is called by the thread that draws and takes no lock; the rest belongs to the
 * thread that thinks.
 */
public final class FramePace implements Pace {
  /** How much longer frames may take while somebody thinks. */
  static final double LONGER_MAX = 1.1;

  /** Steps a second that are left at least: people speak four or five tokens a second. */
  static final int STEPS_PER_SECOND_MIN = 6;

  /** A frame so soon after a step counts as drawn beside thinking. */
  static final long THINKING_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Frames of which an opinion is formed, and after how many new ones it is formed anew. */
  static final int FRAMES_RECENT = 128;

  static final int FRAMES_NEW = 16;
  private static final int FRAMES_IDLE = 512;
  private static final int FRAMES_IDLE_MIN = 64;

  /** Longer ones are no frames: the window was hidden or the machine asleep. */
  private static final long FRAME_NANOS_MAX = TimeUnit.SECONDS.toNanos(1);

  /** Rest for work: the first step up, how it grows, shrinks, and its bounds. */
  private static final double REST_FIRST = 0.25;

  private static final double REST_GROWS = 1.5;
  private static final double REST_SHRINKS = 0.9;
  private static final double REST_MIN = 0.05;
  private static final double REST_MAX = 16;

  private final LongSupplier nanoTime;
  private final FrameWindow idle = new FrameWindow(FRAMES_IDLE);
  private final FrameWindow busy = new FrameWindow(FRAMES_RECENT);
  private volatile boolean thinking;
  private volatile long thoughtNanos;
  private volatile long drawnNanos;

  /** Frames of {@link #busy} up to which the rest was set, and since which it is as it is. */
  private int judged;

  private int changed;
  private double restShare;

  /**
   * @param nanoTime a clock such as {@link System#nanoTime}
   */
  public FramePace(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.thoughtNanos = nanoTime.getAsLong() - THINKING_NANOS;
    this.drawnNanos = nanoTime.getAsLong() - FRAME_NANOS_MAX;
  }

  /** A frame was drawn; so long since the one before it. */
  public void frame(long frameNanos) {
    if (frameNanos <= 0 || frameNanos > FRAME_NANOS_MAX) {
      return;
    }
    long now = nanoTime.getAsLong();
    boolean beside = thinking || now - thoughtNanos < THINKING_NANOS;
    drawnNanos = now;
    (beside ? busy : idle).add(frameNanos);
  }

  @Override
  public void begin() {
    thinking = true;
  }

  @Override
  public long restNanos(long stepNanos) {
    thoughtNanos = nanoTime.getAsLong();
    thinking = false;
    if (busy.written() - judged >= FRAMES_NEW && idle.written() >= FRAMES_IDLE_MIN) {
      judge();
    }
    if (thoughtNanos - drawnNanos >= FRAME_NANOS_MAX) {
      // Nothing is drawn.
      return 0;
    }
    long longest = TimeUnit.SECONDS.toNanos(1) / STEPS_PER_SECOND_MIN - stepNanos;
    return Math.max(0, Math.min(longest, Math.round(stepNanos * restShare)));
  }

  /** Only frames drawn since the last change tell what it has brought. */
  private void judge() {
    judged = busy.written();
    long limit = Math.round(LONGER_MAX * idle.p99Nanos(Math.min(FRAMES_IDLE, idle.written())));
    if (busy.p99Nanos(Math.min(FRAMES_RECENT, judged - changed)) > limit) {
      restShare = Math.min(REST_MAX, Math.max(REST_FIRST, restShare * REST_GROWS));
      changed = judged;
    } else if (restShare > 0) {
      restShare = restShare * REST_SHRINKS < REST_MIN ? 0 : restShare * REST_SHRINKS;
    }
  }

  /** Rest after a step, as a share of the step; 0 when thinking is not held back. */
  double restShare() {
    return restShare;
  }
}
