package anima.client.cli;

import anima.client.cli.model.ModelCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of all commands. */
@Command(
    name = "anima",
    mixinStandardHelpOptions = true,
    version = "Anima 0.1.0",
    description = {
      "A shared 3D world whose inhabitants think on your own machine.",
      "一个共享的三维世界，里面的居民在你自己的电脑上思考。"
    },
    footer = {
      "",
      "anima test runs every test; anima bench measures; anima model train makes the model anew."
    },
    subcommands = {
      PlayCommand.class,
      TalkCommand.class,
      ServerCommand.class,
      BrainCommand.class,
      ModelCommand.class
    })
final class AnimaCommand implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the field before it runs anything
  AnimaCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: play, talk, server, brain or model");
  }
}
