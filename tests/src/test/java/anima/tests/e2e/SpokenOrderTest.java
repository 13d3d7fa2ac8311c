package anima.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import anima.tests.voice.SpeechFile;
import anima.tests.voice.VirtualMicrophone;
import anima.voice.mary.MarySynthesizer;
import anima.voice.speech.SpeakerVoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A voice in a microphone, a window, and someone who comes along. */
class SpokenOrderTest {
  private static final Path FIXTURE = Path.of("voice-fixture", "model").toAbsolutePath();
  private static final int SPEAK_ATTEMPTS_MAX = 6;
  private static final int WALK_SECONDS = 12;
  private static final int FOLLOW_SECONDS = 15;
  private static final double NEAR_METERS = 8;

  /** Where Mira stands when the world begins. */
  private static final double MIRA_X = 2.4;

  private static final double MIRA_Z = -7.5;

  @TempDir private Path home;

  @Test
  void a_spoken_order_moves_the_npc() throws Exception {
    Path world = home.resolve("world");
    StoredWorld stored = new StoredWorld(world.resolve("world.db"));
    Path followMe = speak("Follow me.");
    try (Screen screen = Screen.start(Files.createDirectory(home.resolve("screen")), 640, 360);
        VirtualMicrophone microphone = VirtualMicrophone.start();
        AnimaProgram play =
            AnimaProgram.start(
                home,
                with(screen.environment(), microphone.environment()),
                "play",
                "--world",
                world.toString(),
                "--name",
                "Ada",
                "--preset",
                "low",
                "--language",
                "en",
                "--seed",
                "7",
                "--voice-model",
                FIXTURE.toString())) {
      screen.awaitWindow("Anima");
      play.await("Ada to come in", () -> !stored.events("Appeared").isEmpty());
      new ChatLine(screen, play, stored).say("hello Mira");
      play.await("Mira's answer", () -> stored.events("Said").size() > 1);
      for (int attempt = 0; attempt < SPEAK_ATTEMPTS_MAX && !follows(stored); attempt++) {
        microphone.play(followMe);
        play.awaits(FOLLOW_SECONDS, () -> follows(stored));
      }
      assertThat(stored.events("Said"))
          .as(play.text())
          .anyMatch(said -> said.text("text").equalsIgnoreCase("follow me"));
      assertThat(follows(stored)).as(play.text()).isTrue();

      screen.hold("s");
      play.awaits(WALK_SECONDS, () -> false);
      screen.release("s");
      play.awaits(FOLLOW_SECONDS, () -> false);
      play.stop();
    }
    AnimaProgram.Finished after =
        AnimaProgram.run(
            home,
            "/where Mira\n/where me\n/quit\n",
            "talk",
            "--world",
            world.toString(),
            "--name",
            "Ada");
    double[] mira = TalkTest.position(after.lines(), 0);
    double[] ada = TalkTest.position(after.lines(), 1);
    assertThat(Math.hypot(mira[0] - MIRA_X, mira[2] - MIRA_Z)).as("way gone").isGreaterThan(2);
    assertThat(Math.hypot(mira[0] - ada[0], mira[2] - ada[2])).as("apart").isLessThan(NEAR_METERS);
  }

  private static boolean follows(StoredWorld stored) {
    return stored.events("Began").stream()
        .anyMatch(began -> began.json().toString().contains("\"following\""));
  }

  private Path speak(String words) throws Exception {
    try (MarySynthesizer mary = MarySynthesizer.start()) {
      return SpeechFile.write(mary.speak(words, SpeakerVoice.PLAIN), home.resolve("speech.wav"));
    }
  }

  private static Map<String, String> with(Map<String, String> one, Map<String, String> other)
      throws IOException {
    Map<String, String> all = new HashMap<>(one);
    all.putAll(other);
    return all;
  }
}
