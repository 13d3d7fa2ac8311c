package anima.brain.bench.report;

import anima.brain.bench.machine.FrameTimes;
import anima.brain.bench.model.BenchShape;
import anima.brain.bench.stack.StackKind;
import java.util.List;
import java.util.Optional;

/**
 * What all stacks made of one shape.
 *
 * @param idleFrames frames drawn while nobody spoke
 * @param agreement cosine between our logits and llama.cpp's behind the same prompt
 */
public record ShapeResult(
    BenchShape shape,
    List<StackResult> stacks,
    Optional<FrameTimes> idleFrames,
    Optional<Double> agreement) {
  public ShapeResult {
    stacks = List.copyOf(stacks);
  }

  Optional<StackResult> ours() {
    return stacks.stream().filter(stack -> stack.kind() == StackKind.ANIMA).findFirst();
  }

  /** The best of the others. */
  Optional<Double> bestOther(Measure measure) {
    return stacks.stream()
        .filter(stack -> stack.kind() != StackKind.ANIMA)
        .flatMap(stack -> stack.best(measure).stream())
        .max(Double::compare);
  }

  /** Ours to the best of the others; empty when one of them is missing. */
  public Optional<Double> ratioToOthers(Measure measure) {
    return ours()
        .flatMap(own -> own.best(measure))
        .flatMap(own -> bestOther(measure).map(other -> own / other));
  }

  /** One measure of ours to another. */
  public Optional<Double> ratioOfOurs(Measure above, Measure below) {
    return ours().flatMap(own -> own.best(above).flatMap(a -> own.best(below).map(b -> a / b)));
  }

  /** The slowest hundredth of frames while we speak to that while nobody does. */
  Optional<Double> frameRatioOfOurs() {
    return ours()
        .flatMap(StackResult::speakingFrames)
        .flatMap(busy -> idleFrames.map(idle -> busy.p99Millis() / idle.p99Millis()));
  }
}
