package anima.client.cli;

import anima.client.local.Console;
import anima.client.local.FailureException;
import anima.client.local.LocalOptions;
import anima.client.local.LocalWorld;
import anima.client.local.RemoteWorld;
import anima.client.local.ThinkingMind;
import anima.client.talk.TalkProgram;
import anima.world.Language;
import anima.world.Session;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The world in a terminal. */
@Command(
    name = "talk",
    mixinStandardHelpOptions = true,
    description = {
      "The same world in a terminal; lines can be piped in. /help lists what they can be.",
      "在终端里进入同一个世界；也可以用管道输入命令。"
    })
final class TalkCommand implements Callable<Integer> {
  @Mixin private WorldOptions world = new WorldOptions();

  @Mixin private MindOptions thinking = new MindOptions();

  @Option(
      names = "--server",
      paramLabel = "URI",
      description = "Server to visit, such as wss://host:7777, instead of a world of your own.")
  private @Nullable String server;

  @Option(names = "--name", description = "What others call you (default: Visitor).")
  private String name = "Visitor";

  @Override
  public Integer call() throws FailureException {
    return talk(world, thinking, Optional.ofNullable(server), name);
  }

  /** Opens the world, or a server's, in this terminal, for a person or a script. */
  static int talk(WorldOptions world, MindOptions thinking, Optional<String> server, String name)
      throws FailureException {
    Language language = world.language();
    if (server.isPresent()) {
      return remote(server.get(), world, name, language);
    }
    LocalOptions options = world.local(Optional.empty());
    try (ThinkingMind mind = thinking.open(language)) {
      return Console.isInteractive()
          ? prompt(LocalWorld.start(options, mind.decider()), name, language)
          : TalkProgram.script(
              LocalWorld.stepped(options, mind.decider()), name, language, in(), out());
    }
  }

  private static int prompt(LocalWorld local, String name, Language language)
      throws FailureException {
    try (local) {
      return TalkProgram.prompt(local.join(name), Optional.of(local), language, () -> {});
    }
  }

  private static int remote(String address, WorldOptions world, String name, Language language)
      throws FailureException {
    try (RemoteWorld remote = RemoteWorld.at(address, world.folder())) {
      Session session = remote.join(name);
      return Console.isInteractive()
          ? TalkProgram.prompt(session, Optional.empty(), language, () -> {})
          : TalkProgram.script(session, language, in(), out(), () -> {});
    }
  }

  private static Reader in() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }

  private static PrintStream out() {
    return new PrintStream(System.out, false, StandardCharsets.UTF_8);
  }
}
