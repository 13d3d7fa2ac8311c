package anima.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed while it fetches loses nothing of what has arrived. */
@Timeout(120)
class KilledDownloadTest {
  private static final int BYTES = 3_000_000;

  @TempDir private Path folder;

  /** The program that is killed. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws FetchException {
      new Download(
              FetchRequest.of(URI.create(arguments[0]), BYTES),
              Path.of(arguments[1]),
              (done, total) -> System.out.println(done),
              () -> false)
          .run();
    }
  }

  @Test
  void a_killed_program_goes_on_where_it_was() throws Exception {
    try (FileServer server = new FileServer()) {
      server.file = new byte[BYTES];
      new Random(5).nextBytes(server.file);
      server.stalls = true;
      server.cut = from -> 1_500_000;
      Path part = folder.resolve("part");
      Process program = start(server.address(), part);
      waitFor(program, "1500000");
      program.destroyForcibly().waitFor();
      assertThat(Files.size(part)).isEqualTo(1_500_000);

      server.cut = from -> Integer.MAX_VALUE;
      Path target = folder.resolve("file");
      new Download(FetchRequest.of(server.address(), BYTES), part, FetchListener.NONE, () -> false)
          .runInto(target);
      assertThat(target).hasBinaryContent(server.file);
      assertThat(server.ranges).containsExactly("", "bytes=1500000-");
    }
  }

  private static Process start(URI address, Path part) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName(),
            address.toString(),
            part.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void waitFor(Process program, String line) throws Exception {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      String heard = out.readLine();
      while (heard != null && !heard.equals(line)) {
        heard = out.readLine();
      }
      assertThat(heard).isEqualTo(line);
    }
  }
}
