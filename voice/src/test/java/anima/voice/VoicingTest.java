package anima.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VoicingTest {
  @Test
  void a_tone_of_a_human_pitch_is_voiced() {
    short[] tone = Sounds.silence(400);
    for (int i = 0; i < tone.length; i++) {
      double turns = 150.0 * i / AudioFrame.SAMPLE_RATE_HERTZ;
      tone[i] = (short) (3_000 * Math.sin(2 * Math.PI * turns));
    }
    assertThat(voicedMillis(tone)).isGreaterThanOrEqualTo(360);
  }

  @Test
  void noise_of_any_loudness_is_not() {
    for (int level = 10; level < 20_000; level *= 2) {
      assertThat(voicedMillis(Sounds.noise(2_000, level, level))).isZero();
    }
  }

  @Test
  void silence_is_not() {
    assertThat(voicedMillis(Sounds.silence(500))).isZero();
  }

  private static int voicedMillis(short[] samples) {
    Voicing voicing = new Voicing();
    Sounds.frames(samples).forEach(voicing::accept);
    return voicing.voicedMillis();
  }
}
