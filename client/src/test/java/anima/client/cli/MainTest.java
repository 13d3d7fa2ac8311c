package anima.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import anima.client.local.FailureException;
import anima.client.local.KeywordDecider;
import anima.client.local.LocalOptions;
import anima.client.local.LocalWorld;
import anima.client.local.Places;
import anima.world.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "play --help",
        "talk --help",
        "server --help",
        "brain --help",
        "model --help",
        "model add --help",
        "model list --help",
        "model info --help",
        "model remove --help",
        "model chat --help",
        "model bench --help",
        "model gpu --help",
        "model serve --help"
      })
  void every_command_explains_itself(String line) {
    Outcome outcome = run(line.split(" ", -1));
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).startsWith("Usage: anima");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tlak|did you mean",
        "talk --wrold x|--world",
        "server --port abc|abc",
        "brain|--server",
        "''|Say what to do",
        "model|Say what to do",
      })
  void a_command_line_that_cannot_be_understood_is_one_sentence(String line, String names) {
    Outcome outcome = run(line.isEmpty() ? new String[0] : line.split(" ", -1));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("anima: ").contains(names).doesNotContain("\tat ");
    assertThat(outcome.err().lines()).hasSize(1);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of("unknown language", "talk --language fr", "There is no language 'fr'"),
        Arguments.of("unreachable server", "talk --server wss://127.0.0.1:9", "127.0.0.1:9"),
        Arguments.of("bad address", "talk --server ::::", "::::"),
        Arguments.of("no model", "model info /nowhere", "/nowhere"),
        Arguments.of("no mind", "talk --model /nowhere", "/nowhere"),
        Arguments.of("two minds", "talk --model x --think-at http://127.0.0.1:9/v1", "Choose one"),
        Arguments.of("nobody thinks there", "talk --think-at http://127.0.0.1:9/v1", ":9"),
        Arguments.of("no web address", "talk --think-at ftp://127.0.0.1", "http://"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void what_cannot_be_done_is_one_sentence(String name, String line, String says) {
    String world = line.startsWith("talk") ? " --world " + folder : "";
    Outcome outcome = run((line + world).split(" ", -1));
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).startsWith("anima: ").contains(says);
    assertThat(outcome.err().lines()).hasSize(1);
  }

  @Test
  void a_damaged_place_is_named() throws IOException {
    Files.writeString(folder.resolve("place.json"), "{\"id\": 3}");
    Outcome outcome = run("talk", "--world", folder.toString());
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("place.json").hasLineCount(1);
  }

  @Test
  void a_world_that_is_a_file_is_named() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Outcome outcome = run("talk", "--world", file.toString());
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains(file.toString()).hasLineCount(1);
  }

  @Test
  void a_world_in_use_is_named() throws FailureException {
    LocalOptions options =
        new LocalOptions(folder, Places.haven(), Optional.of(List.of()), Language.EN, 1);
    try (LocalWorld world = LocalWorld.stepped(options, new KeywordDecider())) {
      world.step();
      Outcome outcome = run("server", "--no-minds", "--port", "0", "--world", folder.toString());
      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.err()).contains("in use").hasLineCount(1);
    }
  }

  @Test
  void a_port_that_is_taken_is_named() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = String.valueOf(taken.getLocalPort());
      Outcome outcome = run("server", "--no-minds", "--port", port, "--world", folder.toString());
      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.err()).contains(port).hasLineCount(1);
    }
  }

  private record Outcome(int code, String out, String err) {}

  private static Outcome run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
    try {
      int code =
          Main.run(Arrays.stream(arguments).filter(it -> !it.isEmpty()).toArray(String[]::new));
      return new Outcome(
          code,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
