package anima.client.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import anima.client.local.FailureException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands as a person types them, on a home of their own. */
@Timeout(300)
class ModelCommandsTest {
  @TempDir private Path temp;
  private String home = "";

  @BeforeEach
  void moveHome() {
    home = System.setProperty("user.home", temp.toString());
  }

  @AfterEach
  void moveBack() {
    System.setProperty("user.home", home);
  }

  private record Outcome(int code, String out, String err) {}

  /** Runs {@code anima model …}. */
  private static Outcome run(String typed, String... arguments) {
    InputStream in = System.in;
    PrintStream out = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      PrintWriter err = new PrintWriter(errors, true, StandardCharsets.UTF_8);
      int code =
          new CommandLine(new ModelCommand())
              .setErr(err)
              .setCaseInsensitiveEnumValuesAllowed(true)
              .setExecutionExceptionHandler(
                  (failure, command, parsed) -> {
                    err.println(
                        failure instanceof FailureException known
                            ? known.sentence()
                            : failure.toString());
                    return 1;
                  })
              .execute(arguments);
      return new Outcome(
          code, bytes.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    } finally {
      System.setIn(in);
      System.setOut(out);
    }
  }

  @Test
  void a_model_is_added_listed_told_of_talked_with_measured_and_removed() throws Exception {
    String folder = TinyModel.write(temp.resolve("tiny")).toString();
    assertThat(run("", "list").out()).contains("No model was added yet");
    assertThat(run("", "add", folder, "--yes").out())
        .contains("none is stated")
        .contains("Added local/tiny");
    assertThat(run("", "add", folder, "--yes").out()).contains("is here already");
    assertThat(run("", "list").out()).contains("local/tiny").contains("LlamaForCausalLM");
    assertThat(run("", "info", "tiny", "--verify").out())
        .contains("1 layers, width 32")
        .contains("All files are what was added.");
    assertThat(run("", "info", "tiny", "--language", "zh").out()).contains("1 层，宽 32");

    String[] chat = {"chat", "--model", "tiny", "--tokens", "4", "--context", "256"};
    Outcome talk = run("Hello\n/reset\nHello\n/quit\n", chat);
    assertThat(talk.code()).as(talk.err()).isZero();
    Outcome bench = run("", "bench", "tiny", "--threads", "1");
    assertThat(bench.out()).as(bench.err()).contains("decode").contains("tok/s").contains("GB/s");

    assertThat(run("", "remove", "tiny", "--yes").out()).contains("Removed local/tiny");
    assertThat(run("", "list").out()).contains("No model was added yet");
  }

  @Test
  void nothing_is_done_where_nobody_can_agree() throws Exception {
    String folder = TinyModel.write(temp.resolve("tiny")).toString();
    Outcome outcome = run("y\n", "add", folder);
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("say --yes").hasLineCount(1);
    assertThat(run("", "list").out()).contains("No model was added yet");
  }

  @Test
  void what_is_not_there_is_one_sentence_in_the_language_asked_for() throws Exception {
    run("", "add", TinyModel.write(temp.resolve("tiny")).toString(), "--yes");
    assertThat(run("", "info", "tinny").err()).contains("did you mean local/tiny?");
    assertThat(run("", "chat", "--model", "tinny", "--language", "zh").err()).contains("你是指");
    assertThat(run("", "remove", "/nowhere", "--yes").err()).hasLineCount(1);
    assertThat(run("", "add", "a/b/c", "--yes").err()).contains("is no name of a model");
    assertThat(run("", "list", "--language", "fr").err()).contains("choose en or zh");
  }
}
