package anima.client.cli.model;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of all commands about models; each is a class of its own. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    description = {
      "The model behind the minds: info, chat, serve, gpu, train, eval.",
      "居民思考所用的模型：info、chat、serve、gpu、train、eval。"
    },
    footer = {"", "anima model train and anima model eval run the training program."},
    subcommands = {
      ModelInfoCommand.class,
      ModelChatCommand.class,
      ModelGpuCommand.class,
      ModelServeCommand.class
    })
public final class ModelCommand implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the field before it runs anything
  ModelCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: info, chat, serve, gpu, train or eval");
  }
}
