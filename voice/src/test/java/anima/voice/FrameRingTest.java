package anima.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class FrameRingTest {
  private final FrameRing ring = new FrameRing();

  @Test
  void a_full_ring_drops_the_oldest_frames() throws Exception {
    for (int i = 0; i < FrameRing.FRAMES_MAX + 3; i++) {
      ring.put(frame(i));
    }
    assertThat(ring.dropped()).isEqualTo(3);
    assertThat(ring.take(0)).extracting(AudioFrame::startMillis).isEqualTo(3L);
  }

  @Test
  void what_waits_is_taken_before_the_end() throws Exception {
    ring.put(frame(7));
    ring.end(null);
    ring.put(frame(8));
    assertThat(ring.take(0)).isNotNull();
    assertThat(ring.take(0)).isNull();
  }

  @Test
  void the_end_tells_its_reason() {
    ring.end(new VoiceException(VoiceFault.MICROPHONE_LOST, "desk"));
    assertThatThrownBy(() -> ring.take(0)).hasMessageContaining("“desk”");
  }

  @Test
  void nothing_in_time_is_a_timeout() {
    assertThatThrownBy(() -> ring.take(1)).isInstanceOf(TimeoutException.class);
  }

  private static AudioFrame frame(long millis) {
    return new AudioFrame(millis, new short[AudioFrame.SAMPLES]);
  }
}
