package anima.client.cli.model;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of all commands about models; each is a class of its own. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    description = {"The models behind the minds.", "居民思考所用的模型。"},
    footer = {"", "anima model train and anima model eval run the training program."},
    subcommands = {
      ModelAddCommand.class,
      ModelListCommand.class,
      ModelInfoCommand.class,
      ModelRemoveCommand.class,
      ModelChatCommand.class,
      ModelBenchCommand.class,
      ModelServeCommand.class,
      ModelGpuCommand.class
    })
public final class ModelCommand implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the field before it runs anything
  ModelCommand() {}

  @Override
  public void run() {
    String known = String.join(", ", spec.subcommands().keySet());
    throw new ParameterException(
        spec.commandLine(), "Say what to do: " + known + ", train or eval");
  }
}
