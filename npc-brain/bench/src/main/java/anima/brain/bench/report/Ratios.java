package anima.brain.bench.report;

import anima.brain.bench.model.BenchShape;
import java.util.Optional;

/**
 * What the goals are about, for one shape; empty where it was not measured.
 *
 * @param decode our speech to that of the better llama.cpp
 * @param prefill our reading of a prompt of 128 tokens to that of the better llama.cpp
 * @param sixteen tokens of sixteen of our characters to those of one
 * @param warmFirstToken time to the first token behind a remembered prompt to that behind a new one
 * @param frames slowest hundredth of frames while our character speaks to that while nobody does
 */
public record Ratios(
    Optional<Double> decode,
    Optional<Double> prefill,
    Optional<Double> sixteen,
    Optional<Double> warmFirstToken,
    Optional<Double> frames) {

  /** The shape that the goals are set for. */
  public static final BenchShape SHAPE = BenchShape.SMALL;

  private static final Ratios NONE =
      new Ratios(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public static Ratios of(ShapeResult shape) {
    return new Ratios(
        shape.ratioToOthers(Measure.DECODE),
        shape.ratioToOthers(Measure.PREFILL_128),
        shape.ratioOfOurs(Measure.DECODE_16, Measure.DECODE),
        // Both read the same prompt, so rates stand to each other as times do, upside down.
        shape.ratioOfOurs(Measure.PREFILL_512, Measure.WARM),
        shape.frameRatioOfOurs());
  }

  /** Those of the shape that the goals are set for. */
  public static Ratios of(BrainReport report) {
    return report.shapes().stream()
        .filter(shape -> shape.shape() == SHAPE)
        .findFirst()
        .map(Ratios::of)
        .orElse(NONE);
  }
}
