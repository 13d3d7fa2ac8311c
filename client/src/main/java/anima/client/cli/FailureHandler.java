package anima.client.cli;

import anima.client.local.FailureException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What a command could not do: one sentence, exit code 1. The log has the rest. */
final class FailureHandler implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    Logs.note(failure);
    String sentence =
        failure instanceof FailureException known
            ? known.sentence()
            : "Something went wrong inside Anima: " + failure + "; the log tells more.";
    command.getErr().println("anima: " + sentence);
    return CommandLine.ExitCode.SOFTWARE;
  }
}
