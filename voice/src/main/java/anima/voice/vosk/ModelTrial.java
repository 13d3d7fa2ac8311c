package anima.voice.vosk;

import anima.voice.AudioFrame;
import anima.voice.SpokenLanguage;
import anima.voice.VoiceException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vosk.Model;

/**
 * Loads a model in a Java process of its own and lets it hear a little silence. The native library
 * answers some damage by ending the process: it shall not be the one in which people play.
 */
public final class ModelTrial {
  private static final Logger log = LoggerFactory.getLogger(ModelTrial.class);
  private static final int SECONDS_MAX = 120;
  private static final int FRAMES = 50;

  private ModelTrial() {}

  /** Takes 1 to 2 s for a small model. */
  static void run(ModelFolder folder) throws VoiceException {
    Path java = Path.of(System.getProperty("java.home"), "bin", executable());
    if (!Files.isExecutable(java)) {
      log.warn("no {}: the voice model is loaded without a trial", java);
      return;
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                java.toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + nullDevice(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ModelTrial.class.getName(),
                folder.path().toString()));
    builder.redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
    try {
      int status = await(builder.start());
      if (status != 0) {
        throw ModelFolder.damaged(folder.path(), "the recogniser fails on it (" + status + ")");
      }
    } catch (IOException e) {
      log.warn("the voice model is loaded without a trial: {}", e.getMessage());
    }
  }

  private static int await(Process process) {
    try {
      return process.waitFor(SECONDS_MAX, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    } finally {
      process.destroyForcibly();
    }
  }

  private static String executable() {
    return windows() ? "java.exe" : "java";
  }

  private static String nullDevice() {
    return windows() ? "NUL" : "/dev/null";
  }

  private static boolean windows() {
    return System.getProperty("os.name").startsWith("Windows");
  }

  /** The trial itself; its exit status is its answer. */
  public static void main(String[] arguments) throws VoiceException {
    try (Model model = VoskModel.load(new ModelFolder(Path.of(arguments[0])));
        VoskRecognizer recognizer = VoskRecognizer.open(model, SpokenLanguage.EN, "")) {
      for (int i = 0; i < FRAMES; i++) {
        recognizer.accept(
            new AudioFrame((long) i * AudioFrame.MILLIS, new short[AudioFrame.SAMPLES]));
      }
      recognizer.finish();
    }
  }
}
