package anima.brain.llm.grammar;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What may come next in the states of one grammar, for one vocabulary: computed once for states
 * that cannot be told apart. Any thread.
 */
final class Masks {
  /** Most masks that are kept, 10 MB for a vocabulary of 150,000; the least used are dropped. */
  static final int KEPT_MAX = 512;

  /**
   * The tokens that may come next.
   *
   * @param allowed not to be changed
   * @param only the only one; -1 when there are several
   */
  record Mask(BitSet allowed, int only) {}

  private final TokenTrie trie;
  private final Set<Integer> endTokens;

  /** Guarded by this object's lock. */
  private final Walk walk;

  /** Guarded by this object's lock. */
  private final Map<State, Mask> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<State, Mask> eldest) {
          return size() > KEPT_MAX;
        }
      };

  Masks(TokenTrie trie, Set<Integer> endTokens) {
    this.trie = trie;
    this.endTokens = Set.copyOf(endTokens);
    this.walk = new Walk(trie);
  }

  TokenTrie trie() {
    return trie;
  }

  Set<Integer> endTokens() {
    return endTokens;
  }

  boolean isFor(TokenTrie otherTrie, Set<Integer> otherEnds) {
    return trie == otherTrie && endTokens.equals(otherEnds);
  }

  synchronized Mask of(State state) {
    State alike = state.alike(trie);
    Mask mask = kept.get(alike);
    if (mask == null) {
      BitSet allowed = walk.allowed(alike);
      if (state.complete()) {
        endTokens.forEach(allowed::set);
      }
      mask = new Mask(allowed, allowed.cardinality() == 1 ? allowed.nextSetBit(0) : -1);
      kept.put(alike, mask);
    }
    return mask;
  }
}
