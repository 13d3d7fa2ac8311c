package anima.brain.bench.report;

import java.util.Arrays;
import java.util.List;

/**
 * Tokens a second of several rounds.
 *
 * @param best the round that was disturbed least
 */
public record Figure(double best, double median, int rounds) {
  /** Sums up rounds, at least one. */
  public static Figure of(List<Double> rates) {
    double[] sorted = rates.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int count = sorted.length;
    double median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    return new Figure(sorted[count - 1], median, count);
  }

  /** How long so many tokens take at best, in milliseconds. */
  public double bestMillis(int tokens) {
    return tokens * 1e3 / best;
  }
}
