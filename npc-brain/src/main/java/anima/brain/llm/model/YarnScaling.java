package anima.brain.llm.model;

import java.util.stream.IntStream;

/**
 * Stretches rotary positions as in "YaRN" (arXiv 2309.00071): pairs that turn often within the
 * original length stay, pairs that turn less than once are slowed down, those between partly.
 *
 * @param factor how much longer the context becomes
 * @param originalTokens context before it was stretched
 * @param turnsFast from so many turns on a pair stays as it is
 * @param turnsSlow up to so many turns it is slowed down by the factor
 * @param wholePairs whether the borders between are rounded outwards to whole pairs
 */
public record YarnScaling(
    double factor, int originalTokens, double turnsFast, double turnsSlow, boolean wholePairs) {

  /** The length of queries and keys that keeps the attention as sharp as before; section 3.4. */
  public static double magnitude(double factor, double weight) {
    return 0.1 * weight * Math.log(factor) + 1;
  }

  public Rotary rotary(double theta, int headSize, double magnitude) {
    Rotary plain = Rotary.of(theta, headSize);
    double begin = pair(turnsFast, theta, headSize);
    double end = pair(turnsSlow, theta, headSize);
    double low = Math.max(wholePairs ? Math.floor(begin) : begin, 0);
    double high = Math.min(wholePairs ? Math.ceil(end) : end, headSize - 1);
    double width = Math.max(high - low, 1e-3);
    return new Rotary(
        IntStream.range(0, headSize / 2)
            .mapToObj(i -> slowed(plain, i, Math.min(Math.max((i - low) / width, 0), 1)))
            .toList(),
        magnitude);
  }

  private double slowed(Rotary plain, int pair, double share) {
    double frequency = plain.frequencies().get(pair);
    return frequency * (1 - share) + frequency / factor * share;
  }

  /** The pair, with a fraction, that makes so many turns within the original length. */
  private double pair(double turns, double theta, int headSize) {
    return headSize * Math.log(originalTokens / (turns * 2 * Math.PI)) / (2 * Math.log(theta));
  }
}
