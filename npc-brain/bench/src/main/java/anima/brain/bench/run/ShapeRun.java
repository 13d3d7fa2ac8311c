package anima.brain.bench.run;

import anima.brain.bench.machine.FrameTimes;
import anima.brain.bench.model.BenchShape;
import anima.brain.bench.report.Measure;
import anima.brain.bench.report.ShapeResult;
import anima.brain.bench.stack.StackKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * All stacks with one shape: they take turns within each measure, so that whatever else the machine
 * does meets all of them. Owned by one thread.
 */
final class ShapeRun implements AutoCloseable {
  private static final Set<Measure> QUIET = EnumSet.complementOf(EnumSet.of(Measure.LOADED));
  private static final Set<Measure> WARM_UP =
      EnumSet.of(Measure.DECODE, Measure.DECODE_16, Measure.PREFILL_128);
  private static final int WARM_UP_STEPS = 8;
  private static final int AGREEMENT_TOKENS = 64;
  private static final double FIRST_ROUND_GRACE = 0.25;
  private static final double NANOS = 1e-9;

  private final BenchPlan plan;
  private final BenchShape shape;
  private final Consumer<String> progress;
  private final long begin = System.nanoTime();
  private final List<StackRow> rows = new ArrayList<>();
  private Optional<FrameTimes> idleFrames = Optional.empty();
  private Optional<Double> agreement = Optional.empty();

  ShapeRun(BenchPlan plan, BenchShape shape, Consumer<String> progress) {
    this.plan = plan;
    this.shape = shape;
    this.progress = progress;
    plan.stacks().forEach(kind -> rows.add(new StackRow(kind)));
  }

  ShapeResult run(Path model, Natives natives) throws InterruptedException {
    for (StackRow row : rows) {
      start(row, model, natives);
    }
    agreement = agreement();
    warmUp();
    int round = 0;
    while (round < plan.roundsMax() && secondsLeft() > 0) {
      say("round %d".formatted(round + 1));
      round(round);
      round++;
    }
    if (plan.drawingSeconds() > 0) {
      draw();
    }
    return new ShapeResult(
        shape, rows.stream().map(StackRow::result).toList(), idleFrames, agreement);
  }

  /** Until the time of this shape is up, less what drawing will take. */
  private double secondsLeft() {
    double drawing = plan.drawingSeconds() * (rows.size() + 1);
    return plan.secondsMax(shape) - drawing - (System.nanoTime() - begin) * NANOS;
  }

  private void say(String what) {
    progress.accept(shape.label + ": " + what);
  }

  private void start(StackRow row, Path model, Natives natives) throws InterruptedException {
    say("starting " + row.kind().label);
    try {
      Optional<Path> folder =
          row.kind() == StackKind.LLAMA ? Optional.of(natives.folder()) : Optional.empty();
      row.started(StackProcess.start(row.kind(), model, plan.threads(), folder));
    } catch (NotAvailableException e) {
      row.fail("not available: " + e.getMessage());
    } catch (ChildException e) {
      row.fail("failed: " + e.getMessage());
    }
  }

  /** Compilers warm up, pages are read, threads are made. */
  private void warmUp() throws InterruptedException {
    say("warming up");
    for (StackRow row : rows) {
      for (Measure measure : WARM_UP) {
        row.measure(measure, WARM_UP_STEPS, false);
      }
    }
  }

  private void round(int round) throws InterruptedException {
    for (Measure measure : QUIET) {
      // The first round is worth some more time: without it something would be missing.
      double grace = round == 0 ? plan.secondsMax(shape) * FIRST_ROUND_GRACE : 0;
      if (secondsLeft() + grace < 0) {
        return;
      }
      for (int i = 0; i < rows.size(); i++) {
        rows.get((i + round) % rows.size()).measure(measure, plan.steps(), true);
      }
    }
  }

  private void draw() throws InterruptedException {
    say("drawing frames");
    try (FrameProcess frames = FrameProcess.start()) {
      frames.take();
      TimeUnit.MILLISECONDS.sleep((long) (plan.drawingSeconds() * 1e3));
      idleFrames = Optional.of(frames.take());
      for (StackRow row : rows) {
        if (!row.alive()) {
          continue;
        }
        frames.take();
        long start = System.nanoTime();
        do {
          row.measure(Measure.LOADED, plan.steps(), true);
        } while (row.alive() && (System.nanoTime() - start) * NANOS < plan.drawingSeconds());
        row.speakingFrames(frames.take());
      }
    } catch (ChildException e) {
      say("no frames: " + e.getMessage());
    }
  }

  /** Cosine of the logits of ours and of the newest llama.cpp. */
  private Optional<Double> agreement() throws InterruptedException {
    List<List<Float>> given = new ArrayList<>();
    for (StackRow row : rows) {
      List<Float> logits = row.logits(AGREEMENT_TOKENS);
      if (!logits.isEmpty()) {
        given.add(logits);
      }
    }
    return given.size() == 2 && given.get(0).size() == given.get(1).size()
        ? Optional.of(cosine(given.get(0), given.get(1)))
        : Optional.empty();
  }

  static double cosine(List<Float> a, List<Float> b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.size(); i++) {
      ab += (double) a.get(i) * b.get(i);
      aa += (double) a.get(i) * a.get(i);
      bb += (double) b.get(i) * b.get(i);
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Override
  public void close() {
    rows.forEach(StackRow::close);
  }
}
