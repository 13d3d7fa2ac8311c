package anima.brain.llm;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Chooses the next token from logits. Equal logits, options and seed give equal tokens; among equal
 * logits the lower id counts as better. A logit that is not a number is never chosen. Owned by one
 * thread.
 */
public final class Sampler {
  private final SamplerOptions options;
  private final RandomGenerator random;
  private final BestTokens best = new BestTokens();
  private double[] weights = {};

  public Sampler(SamplerOptions options, RandomGenerator random) {
    this.options = options;
    this.random = random;
  }

  /** Chooses among all tokens; empty only when no logit is a number. */
  public OptionalInt pick(float[] logits) {
    int kept = options.temperature() == 0 ? 1 : options.topK();
    best.start(kept == 0 ? logits.length : Math.min(kept, logits.length));
    for (int id = 0; id < logits.length; id++) {
      best.offer(id, logits[id]);
    }
    return pickBest();
  }

  /** Chooses among the allowed tokens; empty when there are none. */
  public OptionalInt pick(float[] logits, BitSet allowed) {
    int kept = options.temperature() == 0 ? 1 : options.topK();
    int count = allowed.cardinality();
    best.start(kept == 0 ? count : Math.min(kept, count));
    for (int id = allowed.nextSetBit(0); id >= 0; id = allowed.nextSetBit(id + 1)) {
      best.offer(id, logits[id]);
    }
    return pickBest();
  }

  private OptionalInt pickBest() {
    int count = best.finish();
    if (count == 0) {
      return OptionalInt.empty();
    }
    if (count == 1) {
      return OptionalInt.of(best.id(0));
    }
    return OptionalInt.of(best.id(draw(count)));
  }

  /** Draws a place in the sorted list by softmax, cut where the sum reaches topP. */
  private int draw(int count) {
    if (weights.length < count) {
      weights = new double[count];
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      weights[i] = weight(i);
      sum += weights[i];
    }
    int cut = 0;
    double kept = weights[0];
    while (cut + 1 < count && kept < options.topP() * sum) {
      cut++;
      kept += weights[cut];
    }
    double point = random.nextDouble() * kept;
    for (int i = 0; i < cut; i++) {
      point -= weights[i];
      if (point < 0) {
        return i;
      }
    }
    return cut;
  }

  /** Relative to the best, which has weight 1; an infinite best takes all. */
  private double weight(int i) {
    if (best.logit(i) == best.logit(0)) {
      return 1;
    }
    return Math.exp(((double) best.logit(i) - best.logit(0)) / options.temperature());
  }
}
