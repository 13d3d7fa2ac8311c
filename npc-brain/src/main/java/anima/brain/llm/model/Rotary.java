package anima.brain.llm.model;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * How positions turn queries and keys ("RoFormer", arXiv 2104.09864): at position p, the pair of
 * numbers i of a head is turned by p · frequencies[i] radians and stretched by the magnitude.
 *
 * @param frequencies radians a position, one for each pair of a head
 * @param magnitude factor of both sine and cosine; 1 unless a scaling asks for more
 */
public record Rotary(List<Double> frequencies, double magnitude) {
  public Rotary {
    frequencies = List.copyOf(frequencies);
  }

  /** The unscaled frequencies theta^(−2i/size). */
  public static Rotary of(double theta, int headSize) {
    return new Rotary(
        IntStream.range(0, headSize / 2)
            .mapToObj(i -> Math.pow(theta, -2.0 * i / headSize))
            .toList(),
        1);
  }

  /** All pairs slowed down (arXiv 2306.15595). */
  public Rotary linear(double factor) {
    return map(frequency -> frequency / factor);
  }

  /**
   * As Llama 3.1 does it: pairs that make at least {@code high} turns within the original length
   * stay, those below {@code low} turns are slowed down by the factor, between them it blends.
   */
  public Rotary llama3(double factor, double low, double high, int originalTokens) {
    return map(
        frequency -> {
          double turns = originalTokens * frequency / (2 * Math.PI);
          double kept = Math.min(Math.max((turns - low) / (high - low), 0), 1);
          return frequency * kept + frequency / factor * (1 - kept);
        });
  }

  /** Each pair slowed down by its own factor, as GGUF files store any scaling. */
  public Rotary divided(float[] factors) {
    if (factors.length != frequencies.size()) {
      throw new IllegalArgumentException(factors.length + " factors for " + frequencies.size());
    }
    return new Rotary(
        IntStream.range(0, factors.length).mapToObj(i -> frequencies.get(i) / factors[i]).toList(),
        magnitude);
  }

  private Rotary map(DoubleUnaryOperator change) {
    return new Rotary(
        frequencies.stream().map(frequency -> change.applyAsDouble(frequency)).toList(), magnitude);
  }
}
