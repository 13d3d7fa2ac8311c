package anima.client.cli;

import anima.world.json.Nearest;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that cannot be understood: one sentence, exit code 2. */
final class UsageHandler implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    String sentence = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
    String near =
        wrong instanceof UnmatchedArgumentException unmatched
            ? nearest(unmatched.getUnmatched(), command)
            : "";
    command
        .getErr()
        .println(
            "anima: "
                + sentence
                + near
                + " (see "
                + command.getCommandSpec().qualifiedName()
                + " --help)");
    return CommandLine.ExitCode.USAGE;
  }

  private static String nearest(List<String> unmatched, CommandLine command) {
    Set<String> known =
        unmatched.get(0).startsWith("-")
            ? command.getCommandSpec().optionsMap().keySet()
            : command.getSubcommands().keySet();
    return Nearest.to(unmatched.get(0), known)
        .map(word -> "; did you mean " + word + "?")
        .orElse("");
  }
}
