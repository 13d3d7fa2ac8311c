package anima.brain.bench.report;

import java.util.List;
import java.util.Optional;

/**
 * A whole run.
 *
 * @param cores processors of the machine
 * @param threads that each stack computed with
 * @param readBytesPerSecond of the whole machine
 * @param threadsReadBytesPerSecond of as many threads as the stacks had
 */
public record BrainReport(
    int cores,
    int threads,
    double readBytesPerSecond,
    double threadsReadBytesPerSecond,
    List<ShapeResult> shapes) {
  public BrainReport {
    shapes = List.copyOf(shapes);
  }

  /** Which part of the machine's reading the weights of one character's speech take. */
  public Optional<Double> limitRatio(ShapeResult shape, StackResult stack) {
    return stack
        .best(Measure.DECODE)
        .map(rate -> rate * shape.shape().bytesPerToken() / readBytesPerSecond);
  }
}
