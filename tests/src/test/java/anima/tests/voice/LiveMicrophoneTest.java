package anima.tests.voice;

import static org.assertj.core.api.Assertions.assertThat;

import anima.voice.mary.MarySynthesizer;
import anima.voice.speech.SpeakerVoice;
import anima.voice.speech.Speech;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sound that goes through a real sound server and the real microphone code, in a real process. */
@Timeout(180)
class LiveMicrophoneTest {
  private static final int SAMPLE_RATE_HERTZ = 48_000;

  @TempDir private static Path temp;
  private static Path followMe;

  @BeforeAll
  static void speak() throws Exception {
    try (MarySynthesizer mary = MarySynthesizer.start()) {
      Speech speech = mary.speak("Follow me.", SpeakerVoice.PLAIN);
      followMe = SpeechFile.write(speech, temp.resolve("follow-me.wav"));
    }
  }

  @Test
  void what_is_said_into_the_microphone_is_heard(TestReporter report) throws Exception {
    try (VirtualMicrophone microphone = VirtualMicrophone.start();
        Hearing hearing = Hearing.start(microphone.environment())) {
      hearing.await("READY");
      microphone.play(followMe);
      long endNanos = System.nanoTime();
      String heard = hearing.await("HEARD");
      long latencyMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - endNanos);

      assertThat(heard).isEqualTo("HEARD follow me");
      report.publishEntry("from the last sample to the text, ms", Long.toString(latencyMillis));
      assertThat(hearing.lines()).anyMatch(line -> line.startsWith("PARTIAL follow"));
    }
  }

  @Test
  void silence_and_noise_are_not_words() throws Exception {
    try (VirtualMicrophone microphone = VirtualMicrophone.start();
        Hearing hearing = Hearing.start(microphone.environment())) {
      hearing.await("READY");
      microphone.play(SpeechFile.write(bursts(0), temp.resolve("silence.wav")));
      microphone.play(SpeechFile.write(bursts(3_000), temp.resolve("noise.wav")));
      microphone.play(followMe);
      hearing.await("HEARD");

      assertThat(hearing.lines())
          .filteredOn(line -> line.startsWith("HEARD"))
          .containsExactly("HEARD follow me");
      assertThat(hearing.end()).contains("DROPPED 0");
    }
  }

  @Test
  void a_microphone_pulled_out_is_told_in_one_sentence() throws Exception {
    try (VirtualMicrophone microphone = VirtualMicrophone.start();
        Hearing hearing = Hearing.start(microphone.environment())) {
      hearing.await("READY");
      microphone.unplug();

      assertThat(hearing.await("LOST")).contains("has stopped giving sound").endsWith(".");
    }
  }

  @Test
  void a_computer_without_a_microphone_says_so_in_one_sentence() throws Exception {
    Path empty = Files.writeString(temp.resolve("no-sound.conf"), "");
    try (Hearing hearing = Hearing.start(Map.of("ALSA_CONFIG_PATH", empty.toString()))) {
      assertThat(hearing.await("FAILED")).contains("No microphone was found").endsWith(".");
    }
  }

  @Test
  void an_unknown_microphone_is_answered_with_the_known_ones() throws Exception {
    try (VirtualMicrophone microphone = VirtualMicrophone.start();
        Hearing hearing = Hearing.start(microphone.environment(), "trumpet")) {
      assertThat(hearing.await("FAILED")).contains("“trumpet”").contains("default");
    }
  }

  /** Four seconds; noise of a tenth of a second in every second. */
  private static Speech bursts(double level) {
    Random random = new Random(4);
    short[] samples = new short[4 * SAMPLE_RATE_HERTZ];
    for (int i = 0; i < samples.length; i++) {
      boolean burst = i % SAMPLE_RATE_HERTZ < SAMPLE_RATE_HERTZ / 10;
      samples[i] = burst ? (short) (level * random.nextGaussian()) : 0;
    }
    return new Speech(samples, SAMPLE_RATE_HERTZ, List.of());
  }

  /** A {@link HearingProgram} in a process of its own. */
  private record Hearing(Process process, BufferedReader out, List<String> lines)
      implements AutoCloseable {
    static Hearing start(Map<String, String> environment, String... arguments) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("-cp");
      command.add(System.getProperty("java.class.path"));
      command.add(HearingProgram.class.getName());
      command.add("voice-fixture/model");
      command.addAll(List.of(arguments));
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      return new Hearing(process, process.inputReader(StandardCharsets.UTF_8), new ArrayList<>());
    }

    /** The next line that begins so. */
    String await(String beginning) throws IOException {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (line.startsWith(beginning)) {
          return line;
        }
      }
      throw new AssertionError("no " + beginning + " in\n" + String.join("\n", lines));
    }

    /** Ends the program; its last lines. */
    List<String> end() throws IOException {
      process.getOutputStream().close();
      return out.lines().toList();
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }
}
