package anima.brain.bench.run;

import anima.brain.bench.machine.FrameTimes;
import anima.brain.bench.report.Figure;
import anima.brain.bench.report.Measure;
import anima.brain.bench.report.StackResult;
import anima.brain.bench.stack.StackKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One stack of a run: its process as long as it lives, and what it answered. One thread's. */
final class StackRow implements AutoCloseable {
  /** A round of one measure on a very busy machine. */
  private static final double ANSWER_SECONDS_MAX = 120;

  private final StackKind kind;
  private final Map<Measure, List<Double>> rates = new EnumMap<>(Measure.class);
  private Optional<StackProcess> process = Optional.empty();
  private Optional<FrameTimes> speakingFrames = Optional.empty();
  private Optional<String> failed = Optional.empty();
  private String description = "";

  StackRow(StackKind kind) {
    this.kind = kind;
  }

  StackKind kind() {
    return kind;
  }

  boolean alive() {
    return process.isPresent();
  }

  void started(StackProcess started) {
    process = Optional.of(started);
    description = started.description();
  }

  /** It takes no further part; what it answered before stays. */
  void fail(String why) {
    failed = Optional.of(why);
    close();
  }

  /** Measures once, if it is alive; a failure ends it. */
  void measure(Measure measure, int steps, boolean counts) throws InterruptedException {
    if (process.isEmpty()) {
      return;
    }
    try {
      double seconds = process.get().seconds(measure.request(steps), ANSWER_SECONDS_MAX);
      if (counts) {
        rates
            .computeIfAbsent(measure, unused -> new ArrayList<>())
            .add(measure.tokens(steps) / seconds);
      }
    } catch (ChildException e) {
      fail("failed: " + e.getMessage());
    }
  }

  /** The logits behind a prompt; empty when it gives none. */
  List<Float> logits(int tokens) throws InterruptedException {
    if (process.isEmpty()) {
      return List.of();
    }
    try {
      return process.get().logits(tokens, ANSWER_SECONDS_MAX);
    } catch (ChildException e) {
      fail("failed: " + e.getMessage());
      return List.of();
    }
  }

  void speakingFrames(FrameTimes times) {
    speakingFrames = Optional.of(times);
  }

  StackResult result() {
    Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
    rates.forEach((measure, values) -> figures.put(measure, Figure.of(values)));
    return new StackResult(kind, description, figures, speakingFrames, failed);
  }

  @Override
  public void close() {
    process.ifPresent(StackProcess::close);
    process = Optional.empty();
  }
}
