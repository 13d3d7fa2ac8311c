package anima.brain.llm;

import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;

/** Holds a text to a grammar: says which tokens may come next. Owned by the thread that samples. */
public interface TokenMask {
  /** Allows everything. */
  TokenMask ANY =
      new TokenMask() {
        @Override
        public Optional<BitSet> allowed() {
          return Optional.empty();
        }

        @Override
        public void accept(int token) {}
      };

  /** The tokens that may come next, to be read before the next call; empty for all. */
  Optional<BitSet> allowed();

  /**
   * The one token that must come next, if it is the only one allowed: no logits are needed then.
   */
  default OptionalInt forced() {
    return OptionalInt.empty();
  }

  /** Goes on behind a token, which was allowed. */
  void accept(int token);
}
