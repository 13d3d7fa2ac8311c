package anima.voice;

import static org.assertj.core.api.Assertions.assertThat;

import anima.voice.mary.MarySynthesizer;
import anima.voice.speech.SpeakerVoice;
import anima.voice.vosk.VoskModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * From sound to text through the real detector and the real recogniser with the fixture model,
 * which knows the words of {@code tests/voice-fixture/commands.txt} in Mary's voice.
 */
class SpokenTurnsTest {
  static final Path MODEL = Path.of("../tests/voice-fixture/model");

  private static MarySynthesizer mary;
  private static VoskModel model;

  @BeforeAll
  static void start() throws VoiceException {
    mary = MarySynthesizer.start();
    model = VoskModel.open(MODEL, SpokenLanguage.EN);
  }

  @AfterAll
  static void stop() {
    mary.close();
    model.close();
  }

  @Test
  void a_spoken_order_becomes_its_text() throws VoiceException {
    Heard heard = hear(model.recognizer(), around(said("Follow me.")));

    assertThat(heard.texts()).containsExactly("follow me");
    Utterance utterance = heard.utterances.remove();
    assertThat(utterance.speaker()).isEqualTo("visitor");
    assertThat(utterance.language()).isEqualTo(SpokenLanguage.EN);
    assertThat(utterance.startMillis()).isBetween(300L, 1_000L);
    assertThat(utterance.endMillis()).isGreaterThan(utterance.startMillis());
  }

  @Test
  void words_show_while_they_are_spoken_and_vanish_at_the_end() throws VoiceException {
    Heard heard = hear(model.recognizer(), around(said("Where is the harbour?")));

    assertThat(heard.texts()).containsExactly("where is the harbour");
    assertThat(heard.partials).hasSizeGreaterThan(2).endsWith("");
    assertThat(heard.partials.get(heard.partials.size() - 2)).startsWith("where is the");
  }

  @Test
  void two_sentences_with_a_pause_are_two_turns() throws VoiceException {
    short[] sound = Sounds.join(around(said("Follow me.")), around(said("What is your name?")));

    assertThat(hear(model.recognizer(), sound).texts())
        .containsExactly("follow me", "what is your name");
  }

  @Test
  void silence_is_no_utterance() throws VoiceException {
    assertThat(hear(model.recognizer(), Sounds.silence(10_000)).texts()).isEmpty();
  }

  @Test
  void bursts_of_noise_are_no_utterance() throws VoiceException {
    short[] sound = Sounds.silence(500);
    for (int burst = 0; burst < 20; burst++) {
      short[] noise = Sounds.noise(20 + 15 * burst, 500 + 400 * burst, burst);
      sound = Sounds.join(sound, noise, Sounds.silence(700));
    }
    assertThat(hear(model.recognizer(), sound).texts()).isEmpty();
  }

  @Test
  void a_list_of_phrases_narrows_what_is_heard() throws VoiceException {
    Recognizer narrow = model.recognizer(List.of("follow me", "stop here"));

    assertThat(hear(narrow, around(said("Follow me."))).texts()).containsExactly("follow me");
  }

  @Test
  void with_a_talk_key_only_what_is_said_while_it_is_held_counts() throws VoiceException {
    Heard heard = new Heard();
    short[] order = around(said("Follow me."));
    try (WebRtcDetector detector = WebRtcDetector.open();
        Recognizer recognizer = model.recognizer()) {
      Turns turns = new Turns(detector, recognizer, heard, EarOptions.of("visitor"));
      Sounds.frames(order).forEach(frame -> turns.accept(frame, false));
      assertThat(heard.texts()).isEmpty();
      Sounds.frames(order).forEach(frame -> turns.accept(frame, true));
      assertThat(heard.texts()).isEmpty();
      turns.accept(Sounds.frames(order).get(0), false);
    }
    assertThat(heard.texts()).containsExactly("follow me");
  }

  private static short[] said(String sentence) throws VoiceException {
    return Sounds.of(mary.speak(sentence, SpeakerVoice.PLAIN));
  }

  private static short[] around(short[] sound) {
    return Sounds.join(Sounds.silence(600), sound, Sounds.silence(800));
  }

  private static Heard hear(Recognizer recognizer, short[] sound) throws VoiceException {
    Heard heard = new Heard();
    try (recognizer;
        WebRtcDetector detector = WebRtcDetector.open()) {
      Turns turns = new Turns(detector, recognizer, heard, EarOptions.of("visitor"));
      Sounds.frames(sound).forEach(turns::accept);
    }
    return heard;
  }
}
