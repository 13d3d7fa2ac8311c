package anima.brain.train;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code anima model train | eval}: makes the embedded model from the written phrases. */
@Command(
    name = "model",
    description = "Makes the embedded model from the written phrases.",
    mixinStandardHelpOptions = true,
    subcommands = {TrainCommand.class, EvaluateCommand.class})
public final class TrainProgram {
  private TrainProgram() {}

  public static void main(String[] arguments) {
    // DJL would otherwise look for a native library on the network although one is on the class
    // path.
    System.setProperty("offline", "true");
    System.exit(new CommandLine(new TrainProgram()).execute(arguments));
  }
}
