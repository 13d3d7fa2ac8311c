package anima.brain.bench.report;

import anima.brain.bench.machine.FrameTimes;
import anima.brain.bench.stack.StackKind;
import java.util.Map;
import java.util.Optional;

/**
 * What one stack made of one shape.
 *
 * @param description what ran; empty when it never did
 * @param figures those that were measured
 * @param speakingFrames frames drawn while it spoke
 * @param failed why something is missing
 */
public record StackResult(
    StackKind kind,
    String description,
    Map<Measure, Figure> figures,
    Optional<FrameTimes> speakingFrames,
    Optional<String> failed) {
  public StackResult {
    figures = Map.copyOf(figures);
  }

  public Optional<Figure> figure(Measure measure) {
    return Optional.ofNullable(figures.get(measure));
  }

  Optional<Double> best(Measure measure) {
    return figure(measure).map(Figure::best);
  }
}
