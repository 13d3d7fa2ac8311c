package anima.brain.bench.run;

import anima.brain.bench.machine.ReadBandwidth;
import anima.brain.bench.model.BenchShape;
import anima.brain.bench.model.RandomModelFile;
import anima.brain.bench.report.BrainReport;
import anima.brain.bench.report.ShapeResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The whole run: the machine, then one shape after the other. Owned by one thread. */
public final class BrainBench {
  private static final int BANDWIDTH_ROUNDS = 5;

  private final BenchPlan plan;
  private final Consumer<String> progress;

  /**
   * A run that has not begun.
   *
   * @param progress told in a line each what is done next
   */
  public BrainBench(BenchPlan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /** Measures all of the plan; stacks that fail are rows that say so. */
  public BrainReport run() throws IOException, InterruptedException {
    int cores = Runtime.getRuntime().availableProcessors();
    progress.accept("measuring how fast memory is read");
    double before = bandwidth(plan.threads());
    double allBefore = plan.threads() == cores ? before : bandwidth(cores);
    Natives natives = Natives.cached(plan.cacheFolder(), progress);
    List<ShapeResult> shapes = new ArrayList<>();
    for (BenchShape shape : plan.shapes()) {
      progress.accept(shape.label + ": the model with random weights");
      Path model = RandomModelFile.of(shape, plan.cacheFolder());
      try (ShapeRun run = new ShapeRun(plan, shape, progress)) {
        shapes.add(run.run(model, natives));
      }
    }
    // Once more, since something else may have read at the beginning.
    double ours = Math.max(before, bandwidth(plan.threads()));
    // A few threads may read faster than many that are in each other's way.
    double all = Math.max(Math.max(ours, allBefore), bandwidth(cores));
    return new BrainReport(cores, plan.threads(), all, ours, shapes);
  }

  private double bandwidth(int threads) throws InterruptedException {
    return new ReadBandwidth(threads, plan.bandwidthBytes(), BANDWIDTH_ROUNDS).measure();
  }
}
