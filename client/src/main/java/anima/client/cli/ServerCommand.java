package anima.client.cli;

import anima.client.local.FailureException;
import anima.client.local.LocalOptions;
import anima.client.local.LocalWorld;
import anima.client.local.ThinkingMind;
import anima.sync.wire.ConnectException;
import anima.sync.wire.Server;
import anima.sync.wire.ServerAddress;
import anima.sync.wire.ServerOptions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A world that others can come to. */
@Command(
    name = "server",
    mixinStandardHelpOptions = true,
    description = {"A world that others can come to, until stopped.", "供他人进入的世界，直到被停止。"})
final class ServerCommand implements Callable<Integer> {
  @Mixin private WorldOptions world = new WorldOptions();

  @Mixin private MindOptions thinking = new MindOptions();

  @Option(names = "--port", description = "Port to listen on (default: ${DEFAULT-VALUE}).")
  private int port = ServerAddress.PORT_DEFAULT;

  @Option(
      names = "--host-key",
      description = "What a brain host must know to drive inhabitants; without it anyone may.")
  private @Nullable String hostKey;

  @Option(
      names = "--no-minds",
      description = "Wake nobody here: anima brain drives them from elsewhere.")
  private boolean mindless;

  @Override
  public Integer call() throws FailureException, InterruptedException {
    if (mindless) {
      LocalOptions options = world.local(Optional.of(List.of()));
      return serve(
          LocalWorld.start(
              options,
              (situation, seed, cancelled) -> {
                throw new IllegalStateException("nobody is awake here");
              }),
          options);
    }
    LocalOptions options = world.local(Optional.empty());
    try (ThinkingMind mind = thinking.open(world.language())) {
      return serve(LocalWorld.start(options, mind.decider()), options);
    }
  }

  private int serve(LocalWorld local, LocalOptions options)
      throws FailureException, InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopped, closed), "anima-stop"));
    ServerOptions listening =
        new ServerOptions(port, options.folder(), Optional.ofNullable(hostKey));
    try (local;
        Server server = Server.start(local.room(), listening)) {
      System.out.println("Anima listens on port " + server.port() + "; stop it with Ctrl-C.");
      stopped.await();
      return 0;
    } catch (ConnectException failure) {
      throw FailureException.of(failure);
    } finally {
      closed.countDown();
    }
  }

  /** Ends the world in order before the program ends. */
  private static void stop(CountDownLatch stopped, CountDownLatch closed) {
    stopped.countDown();
    try {
      closed.await();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
