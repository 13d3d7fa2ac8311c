package anima.brain.llm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EngineStartTest {

  @Test
  void a_long_command_line_does_not_end_the_process() throws Exception {
    assertThat(startWithClassPathOf(60_000)).isEqualTo("started");
  }

  private static String startWithClassPathOf(int characters)
      throws IOException, InterruptedException {
    StringBuilder classPath = new StringBuilder(System.getProperty("java.class.path"));
    while (classPath.length() < characters) {
      classPath.append(File.pathSeparator).append("no/such/library.jar");
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath.toString(),
                Starts.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.strip();
  }

  /** A program that starts the engine and says so. */
  static final class Starts {
    private Starts() {}

    public static void main(String[] arguments) {
      DjlSettings.stayOffline();
      try (NDManager manager = EngineStart.newManager()) {
        System.out.println(manager.isOpen() ? "started" : "closed");
      }
    }
  }
}
