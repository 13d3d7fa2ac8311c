package anima.brain.llm.schedule;

import anima.brain.llm.TokenMask;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;

/**
 * Allows many tokens, then a few, then forces some, as a grammar does; which ones, a seed and the
 * tokens so far decide. Refuses tokens that it has not allowed.
 */
final class PatternMask implements TokenMask {
  private final long seed;
  private long path;
  private Optional<BitSet> allowed;

  PatternMask(long seed) {
    this.seed = seed;
    allowed = look();
  }

  private Optional<BitSet> look() {
    Random random = new Random(seed * 31 + path);
    int kind = random.nextInt(10);
    if (kind == 0) {
      return Optional.empty();
    }
    BitSet tokens = new BitSet();
    int count = kind < 6 ? 1 : 2 + random.nextInt(30);
    random.ints(count, 0, SmallModel.VOCABULARY).forEach(tokens::set);
    return Optional.of(tokens);
  }

  @Override
  public Optional<BitSet> allowed() {
    return allowed;
  }

  @Override
  public void accept(int token) {
    if (allowed.isPresent() && !allowed.get().get(token)) {
      throw new IllegalArgumentException("token " + token + " is not allowed");
    }
    path = path * 131 + token + 1;
    allowed = look();
  }
}
