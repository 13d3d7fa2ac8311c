package anima.brain.bench.run;

import anima.brain.bench.model.BenchShape;
import anima.brain.bench.stack.StackKind;
import java.nio.file.Path;
import java.util.List;

/**
 * What to measure.
 *
 * @param threads that each stack computes with
 * @param roundsMax how often everything is measured
 * @param secondsMax of all shapes; each gets its share by size, and stops in the middle of a round
 *     rather than take more
 * @param steps tokens of one character in a round
 * @param drawingSeconds how long frames are drawn idle and for each stack; 0 leaves it out
 * @param bandwidthBytes memory that is read to measure the machine
 * @param cacheFolder where models and natives are kept
 */
public record BenchPlan(
    List<BenchShape> shapes,
    List<StackKind> stacks,
    int threads,
    int roundsMax,
    double secondsMax,
    int steps,
    double drawingSeconds,
    long bandwidthBytes,
    Path cacheFolder) {
  private static final int ROUNDS_MAX = 1_000;
  private static final int STEPS_MAX = 128;

  public BenchPlan {
    shapes = List.copyOf(shapes);
    stacks = List.copyOf(stacks);
    if (roundsMax < 1 || roundsMax > ROUNDS_MAX || steps < 4 || steps > STEPS_MAX) {
      throw new IllegalArgumentException(
          "rounds must be 1 to %d and steps 4 to %d: %d, %d"
              .formatted(ROUNDS_MAX, STEPS_MAX, roundsMax, steps));
    }
  }

  /** The seconds of one shape: the root of its size, so that small ones get their rounds too. */
  double secondsMax(BenchShape shape) {
    double all = shapes.stream().mapToDouble(each -> root(each)).sum();
    return secondsMax * root(shape) / all;
  }

  private static double root(BenchShape shape) {
    return Math.sqrt((double) shape.weights());
  }
}
