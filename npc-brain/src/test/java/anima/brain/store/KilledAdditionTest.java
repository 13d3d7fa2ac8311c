package anima.brain.store;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import anima.brain.llm.text.ByteTokenizer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed while it adds a model leaves nothing half there, and nothing locked. */
@Timeout(120)
class KilledAdditionTest {
  private static final int STALL_BYTES = 60_000;

  @TempDir private Path temp;

  /** The program that is killed. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws StoreException {
      add(arguments[0], Path.of(arguments[1]), System.out::println);
    }
  }

  private interface Told {
    void progress(long doneBytes);
  }

  private static InstalledModel add(String hub, Path root, Told told) throws StoreException {
    HubSource source =
        new HubSource(
            Hub.of(Optional.of(hub), Map.of()), HubServer.REPOSITORY, Optional.empty(), "main");
    AddListener listener =
        new AddListener() {
          @Override
          public boolean agrees(Offer offer) {
            return true;
          }

          @Override
          public void progress(long doneBytes, long totalBytes) {
            told.progress(doneBytes);
          }
        };
    return new ModelStore(root, InstantSource.system()).add(source, listener, () -> false);
  }

  @Test
  void a_killed_program_goes_on_where_it_was() throws Exception {
    Path original =
        new RandomModel("LlamaForCausalLM", ByteTokenizer.TOKENS, 64, 96, 2)
            .write(temp.resolve("original"));
    ByteTokenizer.write(original);
    Path root = temp.resolve("models");
    try (HubServer hub = new HubServer().publish(original)) {
      hub.stallAfterBytes = STALL_BYTES;
      Process program = start(hub.address(), root);
      waitForBytes(program, STALL_BYTES);
      program.destroyForcibly().waitFor();
      assertThat(new ModelStore(root, InstantSource.system()).list()).isEmpty();

      hub.stallAfterBytes = Integer.MAX_VALUE;
      hub.asked.clear();
      InstalledModel added = add(hub.address(), root, done -> {});
      assertThat(hub.asked).contains("/large/model.safetensors bytes=" + STALL_BYTES + "-");
      assertThat(added.folder().resolve(ModelFolder.WEIGHTS))
          .hasSameBinaryContentAs(original.resolve(ModelFolder.WEIGHTS));
    }
  }

  private static Process start(String hub, Path root) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName(),
            hub,
            root.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Until so many bytes of the last file have come, which is the largest. */
  private static void waitForBytes(Process program, int bytes) throws Exception {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      long before = 0;
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        long done = Long.parseLong(line);
        if (done >= before + bytes || (before > 0 && done - before >= bytes)) {
          return;
        }
      }
      throw new AssertionError("the program ended by itself");
    }
  }
}
