package anima.voice.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpeakerVoiceTest {
  @Test
  void a_seed_always_gives_the_same_voice_and_seeds_give_different_ones() {
    assertThat(SpeakerVoice.ofSeed(5)).isEqualTo(SpeakerVoice.ofSeed(5));
    assertThat(LongStream.range(0, 1_000).mapToObj(SpeakerVoice::ofSeed).distinct()).hasSize(1_000);
  }
}
