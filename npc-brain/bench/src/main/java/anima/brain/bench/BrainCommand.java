package anima.brain.bench;

import anima.brain.bench.model.BenchShape;
import anima.brain.bench.report.BrainJson;
import anima.brain.bench.report.BrainReport;
import anima.brain.bench.report.BrainTable;
import anima.brain.bench.run.BenchPlan;
import anima.brain.bench.run.BrainBench;
import anima.brain.bench.stack.StackKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code anima bench brain}: the model runtime beside llama.cpp. */
@Command(
    name = "brain",
    description = {
      "Measures the model runtime side by side with llama.cpp, on the same weights.",
      "Natives of llama.cpp (11 MB) and models with random weights are kept in the cache."
    },
    mixinStandardHelpOptions = true)
final class BrainCommand implements Callable<Integer> {
  private static final int QUICK_ROUNDS = 4;
  private static final int QUICK_STEPS = 64;
  private static final double QUICK_SECONDS = 190;
  private static final double QUICK_DRAWING_SECONDS = 3;
  private static final int FULL_ROUNDS = 8;
  private static final int FULL_STEPS = 128;
  private static final double FULL_SECONDS = 1800;
  private static final double FULL_DRAWING_SECONDS = 10;
  private static final long BANDWIDTH_BYTES = 512L << 20;
  private static final int INTERRUPTED = 130;

  @Option(
      names = "--quick",
      description = "Ends within five minutes: the small shapes and fewer rounds.")
  private boolean quick;

  @Option(
      names = "--shapes",
      split = ",",
      description = "Of tiny, 5M, 135M, 0.5B; all but tiny unless named, quick without 0.5B.")
  private List<String> shapes = List.of();

  @Option(
      names = "--stacks",
      split = ",",
      description = "Of anima, llama.cpp, llama.cpp-kherud; all unless named.")
  private List<String> stacks = List.of();

  @Option(names = "--self", description = "Measures only our own runtime.")
  private boolean self;

  @Option(
      names = "--threads",
      description = "Threads that each computes with; all cores but one unless given.")
  private int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

  @Option(names = "--rounds", description = "How often everything is measured at most.")
  private @Nullable Integer rounds;

  @Option(
      names = "--no-drawing",
      description = "Leaves out what is measured while frames are drawn.")
  private boolean noDrawing;

  @Option(names = "--json", description = "Writes the figures to this file as well.")
  private @Nullable Path json;

  @Option(
      names = "--cache",
      description = "Folder of models and natives; bench in ANIMA_HOME or ~/.anima unless given.")
  private @Nullable Path cache;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      BrainReport report = new BrainBench(plan(), err::println).run();
      spec.commandLine().getOut().print(BrainTable.write(report));
      spec.commandLine().getOut().flush();
      if (json != null) {
        Files.writeString(json, BrainJson.write(report) + "\n");
      }
      return 0;
    } catch (IOException e) {
      err.println(e.getMessage() + ": cannot be written or read; check the folder and the room");
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return INTERRUPTED;
    }
  }

  private BenchPlan plan() {
    if (threads < 1 || threads > Runtime.getRuntime().availableProcessors()) {
      throw new ParameterException(
          spec.commandLine(),
          "--threads must be 1 to %d".formatted(Runtime.getRuntime().availableProcessors()));
    }
    double drawing = quick ? QUICK_DRAWING_SECONDS : FULL_DRAWING_SECONDS;
    int rounds = this.rounds != null ? this.rounds : quick ? QUICK_ROUNDS : FULL_ROUNDS;
    return new BenchPlan(
        chosenShapes(),
        chosenStacks(),
        threads,
        Math.max(1, rounds),
        quick ? QUICK_SECONDS : FULL_SECONDS,
        quick ? QUICK_STEPS : FULL_STEPS,
        noDrawing ? 0 : drawing,
        BANDWIDTH_BYTES,
        cache != null ? cache : home(System.getenv()).resolve("bench"));
  }

  private List<BenchShape> chosenShapes() {
    if (shapes.isEmpty()) {
      List<BenchShape> all = new ArrayList<>(List.of(BenchShape.EMBEDDED, BenchShape.SMALL));
      if (!quick) {
        all.add(BenchShape.MIDDLE);
      }
      return all;
    }
    return chosen("--shapes", shapes, BenchShape::named, BenchShape.values(), each -> each.label);
  }

  private List<StackKind> chosenStacks() {
    if (self) {
      return List.of(StackKind.ANIMA);
    }
    if (stacks.isEmpty()) {
      return List.of(StackKind.values());
    }
    return chosen("--stacks", stacks, StackKind::named, StackKind.values(), each -> each.label);
  }

  private <T> List<T> chosen(
      String option,
      List<String> names,
      Function<String, Optional<T>> named,
      T[] known,
      Function<T, String> label) {
    List<T> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          named
              .apply(name.strip())
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(),
                          "%s does not know %s; it knows %s"
                              .formatted(
                                  option,
                                  name,
                                  Arrays.stream(known)
                                      .map(label)
                                      .collect(Collectors.joining(", "))))));
    }
    return chosen;
  }

  /** Where Anima keeps what is not of one world. */
  private static Path home(Map<String, String> environment) {
    String named = environment.getOrDefault("ANIMA_HOME", "");
    return named.isBlank()
        ? Path.of(System.getProperty("user.home", ".")).resolve(".anima")
        : Path.of(named);
  }
}
