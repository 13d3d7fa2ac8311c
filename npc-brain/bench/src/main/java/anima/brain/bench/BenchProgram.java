package anima.brain.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code anima bench}: measures parts of Anima. */
@Command(
    name = "bench",
    description = "Measures how fast the parts of Anima are; alone, lists what can be measured.",
    mixinStandardHelpOptions = true,
    subcommands = BrainCommand.class)
public final class BenchProgram implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private BenchProgram() {}

  public static void main(String[] arguments) {
    System.exit(
        commandLine(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .execute(arguments));
  }

  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new BenchProgram()).setOut(out).setErr(err);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
