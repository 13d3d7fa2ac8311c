package anima.brain.llm.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A window that draws and a model that thinks, both by a clock in the test's hands. */
final class FramePaceTest {
  private static final long FRAME_NANOS = 16_000_000;
  private static final long STEP_NANOS = 8_000_000;

  private final AtomicLong nanos = new AtomicLong();
  private final FramePace pace = new FramePace(nanos::get);
  private final Random random = new Random(1);

  @Test
  void thinking_that_costs_no_frames_is_not_held_back() {
    draw(200, FRAME_NANOS);
    assertThat(thinkBeside(400, FRAME_NANOS)).isZero();
  }

  @Test
  void thinking_that_costs_frames_rests_longer_and_longer() {
    draw(200, FRAME_NANOS);
    long soon = thinkBeside(20, 2 * FRAME_NANOS);
    long later = thinkBeside(60, 2 * FRAME_NANOS);
    assertThat(soon).isPositive();
    assertThat(later).isGreaterThan(soon);
  }

  @Test
  void it_never_rests_so_long_that_speech_would_falter() {
    draw(200, FRAME_NANOS);
    long rest = thinkBeside(2_000, 2 * FRAME_NANOS);
    long longest = TimeUnit.SECONDS.toNanos(1) / FramePace.STEPS_PER_SECOND_MIN;
    assertThat(rest).isPositive().isLessThanOrEqualTo(longest - STEP_NANOS);
    assertThat(pace.restNanos(longest + 1)).isZero();
  }

  @Test
  void frames_that_are_quick_again_set_it_free() {
    draw(200, FRAME_NANOS);
    assertThat(thinkBeside(100, 2 * FRAME_NANOS)).isPositive();
    assertThat(thinkBeside(2_000, FRAME_NANOS)).isZero();
  }

  @Test
  void it_settles_where_frames_take_a_tenth_longer_at_most() {
    draw(500, FRAME_NANOS);
    long slow = 0;
    int frames = 6_000;
    for (int i = 0; i < frames; i++) {
      // A frame suffers when the model happens to compute beside it.
      double share = 1 / (1 + pace.restShare());
      boolean suffers = share > 0.3 && random.nextDouble() < share;
      thinkBeside(1, suffers ? FRAME_NANOS * 3 / 2 : FRAME_NANOS);
      slow += suffers && i > frames / 2 ? 1 : 0;
    }
    assertThat(slow).isLessThan(frames / 2 / 10);
  }

  @Test
  void a_slow_place_is_no_reason_to_hold_back() {
    draw(200, 3 * FRAME_NANOS);
    assertThat(thinkBeside(300, 3 * FRAME_NANOS)).isZero();
  }

  @Test
  void before_it_knows_what_frames_take_it_lets_thinking_go_on() {
    draw(10, FRAME_NANOS);
    assertThat(thinkBeside(100, 3 * FRAME_NANOS)).isZero();
  }

  @Test
  void a_window_that_draws_no_more_holds_nobody_back() {
    draw(200, FRAME_NANOS);
    assertThat(thinkBeside(100, 2 * FRAME_NANOS)).isPositive();
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
    pace.begin();
    assertThat(pace.restNanos(STEP_NANOS)).isZero();
  }

  @Test
  void pauses_are_no_frames() {
    draw(200, FRAME_NANOS);
    pace.begin();
    for (int i = 0; i < 100; i++) {
      pace.frame(TimeUnit.SECONDS.toNanos(5));
      pace.frame(-1);
    }
    assertThat(pace.restNanos(STEP_NANOS)).isZero();
  }

  @Test
  void the_percentile_is_that_of_the_newest_frames() {
    FrameWindow window = new FrameWindow(100);
    for (int i = 1; i <= 250; i++) {
      window.add(i);
    }
    assertThat(window.written()).isEqualTo(250);
    assertThat(window.p99Nanos(100)).isEqualTo(249);
    assertThat(window.p99Nanos(10)).isEqualTo(250);
  }

  /** Draws while nobody thinks. */
  private void draw(int frames, long frameNanos) {
    nanos.addAndGet(FramePace.THINKING_NANOS);
    for (int i = 0; i < frames; i++) {
      nanos.addAndGet(frameNanos);
      pace.frame(jittered(frameNanos));
    }
  }

  /** One step of the model beside each frame; returns how long it has to rest in the end. */
  private long thinkBeside(int frames, long frameNanos) {
    long rest = 0;
    for (int i = 0; i < frames; i++) {
      pace.begin();
      nanos.addAndGet(frameNanos);
      pace.frame(jittered(frameNanos));
      rest = pace.restNanos(STEP_NANOS);
    }
    return rest;
  }

  private long jittered(long frameNanos) {
    return frameNanos + random.nextInt(500_000);
  }
}
