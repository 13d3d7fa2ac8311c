package anima.voice.mary;

import static org.assertj.core.api.Assertions.assertThat;

import anima.voice.VoiceException;
import anima.voice.speech.MouthShape;
import anima.voice.speech.SpeakerVoice;
import anima.voice.speech.Speech;
import anima.voice.speech.SpeechText;
import anima.voice.speech.Viseme;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MarySynthesizerTest {
  private static MarySynthesizer mary;

  @BeforeAll
  static void start() throws VoiceException {
    mary = MarySynthesizer.start();
  }

  @Test
  void the_mouth_follows_the_sounds() throws VoiceException {
    Speech speech = mary.speak("Follow me.", SpeakerVoice.PLAIN);
    List<Viseme> shapes = speech.mouth().stream().map(MouthShape::viseme).toList();

    assertThat(shapes)
        .containsSubsequence(
            Viseme.FF, Viseme.AA, Viseme.NN, Viseme.OH, Viseme.PP, Viseme.IH, Viseme.SILENCE);
    assertThat(speech.visemeAt(speech.mouth().get(0).endMillis() - 1)).isEqualTo(Viseme.FF);
    assertThat(speech.visemeAt(60_000)).isEqualTo(Viseme.SILENCE);
  }

  @Test
  void the_mouth_closes_when_the_sound_ends_at_any_rate() throws VoiceException {
    for (double rate : new double[] {0.7, 1, 1.4}) {
      Speech speech = mary.speak("Where is the harbour, please?", new SpeakerVoice(1, rate, 1));
      int last = speech.mouth().get(speech.mouth().size() - 1).endMillis();

      assertThat(last).isBetween(speech.durationMillis() - 150, speech.durationMillis() + 150);
    }
  }

  @Test
  void a_slow_speaker_takes_longer_and_no_two_voices_sound_the_same() throws VoiceException {
    String sentence = "The lighthouse is old.";
    Speech slow = mary.speak(sentence, new SpeakerVoice(1, 0.7, 1));
    Speech quick = mary.speak(sentence, new SpeakerVoice(1, 1.4, 1));
    Speech small = mary.speak(sentence, new SpeakerVoice(1, 1.4, 1.15));

    assertThat(slow.durationMillis()).isGreaterThan(quick.durationMillis() * 3 / 2);
    assertThat(small.samples()).isNotEqualTo(quick.samples());
  }

  @Test
  void odd_texts_are_spoken_or_refused_with_a_sentence() {
    String odd =
        "It's 25 silver & 3 % for Dr. Smith? naïve 跟我来. e-mail: a/b. (so) \"quoted\" $5."
            + " 1234567890123456789 XIV. Hmm… ya'll. A.";
    for (String sentence : SpeechText.sentences(odd)) {
      try {
        assertThat(mary.speak(sentence, SpeakerVoice.PLAIN).samples()).isNotEmpty();
      } catch (VoiceException e) {
        assertThat(e).hasMessageEndingWith("so you read it.");
      }
    }
  }
}
