package anima.brain.bench.machine;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.Arrays;
import java.util.Optional;

/**
 * How long frames took from when they were due until they were drawn.
 *
 * @param frames how many were drawn
 * @param medianMillis middle one
 * @param p99Millis only one in a hundred took longer
 */
public record FrameTimes(int frames, double medianMillis, double p99Millis) {
  private static final String MARK = "anima-frames ";

  /** Sums up times, in any order. */
  public static FrameTimes of(double... millis) {
    if (millis.length == 0) {
      throw new IllegalArgumentException("no frames");
    }
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return new FrameTimes(sorted.length, at(sorted, 0.5), at(sorted, 0.99));
  }

  private static double at(double[] sorted, double part) {
    return sorted[Math.min(sorted.length - 1, (int) Math.ceil(part * sorted.length) - 1)];
  }

  /** The times in a line, empty when the line is something else. */
  public static Optional<FrameTimes> parse(String line) {
    if (!line.startsWith(MARK)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(
          new Gson().fromJson(line.substring(MARK.length()), FrameTimes.class));
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  public String line() {
    return MARK + new Gson().toJson(this);
  }
}
