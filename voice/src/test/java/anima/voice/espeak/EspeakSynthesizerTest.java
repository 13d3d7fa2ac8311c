package anima.voice.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import anima.voice.VoiceException;
import anima.voice.speech.MouthShape;
import anima.voice.speech.SpeakerVoice;
import anima.voice.speech.Speech;
import anima.voice.speech.Viseme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EspeakSynthesizerTest {
  private static EspeakSynthesizer espeak;

  @BeforeAll
  static void start() {
    try {
      espeak = EspeakSynthesizer.start();
    } catch (VoiceException e) {
      throw new AssertionError("This test needs the Debian package espeak-ng.", e);
    }
  }

  @Test
  void hanzi_are_spoken_as_mandarin() throws VoiceException {
    Speech speech = espeak.speak("你好，请跟我来。", SpeakerVoice.PLAIN);

    // Six syllables; the English reading ("Chinese letter …") takes above 4 s.
    assertThat(speech.durationMillis()).isBetween(900, 3_500);
    assertThat(speech.mouth()).extracting(MouthShape::viseme).contains(Viseme.AA, Viseme.SILENCE);
  }

  @Test
  void a_text_is_never_taken_for_an_option() throws VoiceException {
    assertThat(espeak.speak("--help", SpeakerVoice.PLAIN).samples()).isNotEmpty();
  }

  @Test
  void voices_differ() throws VoiceException {
    Speech low = espeak.speak("你好。", new SpeakerVoice(0.7, 0.9, 0.9));
    Speech high = espeak.speak("你好。", new SpeakerVoice(1.3, 1.1, 1.1));

    assertThat(low.samples()).isNotEqualTo(high.samples());
  }
}
