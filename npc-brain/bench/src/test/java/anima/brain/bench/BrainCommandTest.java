package anima.brain.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrainCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return BenchProgram.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
  }

  @Test
  void alone_it_lists_what_can_be_measured() {
    assertThat(run()).isZero();
    assertThat(out.toString()).contains("brain");
  }

  @Test
  void an_unknown_shape_or_stack_is_refused_with_those_that_are_known() {
    assertThat(run("brain", "--shapes", "70B")).isNotZero();
    assertThat(err.toString())
        .contains("--shapes does not know 70B; it knows tiny, 5M, 135M, 0.5B");
    assertThat(run("brain", "--stacks", "vllm")).isNotZero();
    assertThat(err.toString()).contains("anima, llama.cpp, llama.cpp-kherud");
    assertThat(run("brain", "--threads", "0")).isNotZero();
    assertThat(err.toString()).contains("--threads must be 1 to");
  }

  @Test
  void a_run_writes_the_table_and_the_json(@TempDir Path folder) throws Exception {
    Path json = folder.resolve("figures.json");
    int code =
        run(
            "brain",
            "--quick",
            "--self",
            "--shapes",
            "tiny",
            "--rounds",
            "1",
            "--no-drawing",
            "--cache",
            folder.toString(),
            "--json",
            json.toString());
    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString()).contains("tiny:").contains("goals, for 135M:");
    JsonObject row =
        JsonParser.parseString(Files.readString(json))
            .getAsJsonObject()
            .getAsJsonArray("rows")
            .get(0)
            .getAsJsonObject();
    assertThat(row.get("failed").isJsonNull()).as(row.toString()).isTrue();
    assertThat(row.get("decodeTokensPerSecond").getAsDouble()).isPositive();
    assertThat(row.get("prefillTokensPerSecond").getAsDouble()).isPositive();
    assertThat(row.get("sixteenTokensPerSecond").getAsDouble()).isPositive();
    assertThat(row.get("limitRatio").getAsDouble()).isPositive();
  }
}
