package anima.client.cli;

import anima.brain.host.BrainHost;
import anima.brain.host.HostThread;
import anima.brain.kernel.Kernel;
import anima.brain.kernel.KernelThread;
import anima.brain.memory.MemoryFiles;
import anima.client.local.FailureException;
import anima.client.local.RemoteWorld;
import anima.client.local.ThinkingMind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Minds for inhabitants of a server elsewhere. */
@Command(
    name = "brain",
    mixinStandardHelpOptions = true,
    description = {
      "Lends this machine's thinking to the inhabitants of a server, until stopped.",
      "用这台电脑为服务器上的居民思考，直到被停止。"
    })
final class BrainCommand implements Callable<Integer> {
  private static final long REPORT_SECONDS = 1;

  @Mixin private WorldOptions world = new WorldOptions();

  @Mixin private MindOptions thinking = new MindOptions();

  @Option(
      names = "--server",
      required = true,
      paramLabel = "URI",
      description = "Server to drive inhabitants of, such as wss://host:7777.")
  private String server = "";

  @Option(
      names = "--npc",
      split = ",",
      paramLabel = "ID",
      description = "Inhabitants to drive (default: all that are free).")
  private @Nullable List<String> wanted;

  @Option(names = "--host-key", description = "What the server asks of brain hosts.")
  private String hostKey = "";

  @Override
  public Integer call() throws FailureException, InterruptedException {
    try (RemoteWorld remote = RemoteWorld.at(server, world.folder());
        ThinkingMind mind = thinking.open(world.language())) {
      Kernel kernel = new Kernel(mind.decider(), System::nanoTime);
      BrainHost host =
          new BrainHost(
              remote.inhabitants(System.getProperty("user.name", "brain"), hostKey),
              Optional.ofNullable(wanted),
              kernel,
              new MemoryFiles(world.folder().resolve("memories")),
              world.language(),
              world.seed);
      return drive(host, kernel);
    }
  }

  private int drive(BrainHost host, Kernel kernel) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "anima-stop"));
    KernelThread thinking = KernelThread.start(kernel);
    HostThread minds = HostThread.start(host);
    List<String> before = List.of();
    while (!stopped.await(REPORT_SECONDS, TimeUnit.SECONDS)) {
      host.takeFailures().forEach(System.err::println);
      List<String> driving = host.driving();
      if (!driving.equals(before)) {
        System.out.println("Driving: " + String.join(", ", driving));
        before = driving;
      }
    }
    minds.close();
    thinking.close();
    return 0;
  }
}
