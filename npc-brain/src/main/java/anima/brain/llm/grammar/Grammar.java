package anima.brain.llm.grammar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A set of texts to which what a model writes can be held. Any thread; masks are kept from one text
 * to the next, so that a grammar that is used again costs less.
 */
public final class Grammar {
  /** Vocabularies whose masks are kept; those of the oldest are dropped. */
  private static final int VOCABULARIES_MAX = 4;

  private final State start;
  private final BitSet bytes;

  /** Guarded by itself. */
  private final List<Masks> masks = new ArrayList<>();

  private Grammar(State start, BitSet bytes) {
    this.start = start;
    this.bytes = bytes;
  }

  /** The texts that fit an expression. */
  public static Grammar of(Expression root) throws GrammarException {
    return of(root, Map.of());
  }

  /**
   * The texts that fit an expression.
   *
   * @param rules what {@link Expression.Reference} refers to, by name
   * @throws GrammarException in one sentence, when no finite text fits, or it is too large
   */
  public static Grammar of(Expression root, Map<String, Expression> rules) throws GrammarException {
    Compiler compiler = new Compiler(rules);
    Node first = compiler.compile(root);
    return new Grammar(State.at(first, null), compiler.bytes());
  }

  /**
   * Begins a text.
   *
   * @param endTokens the tokens by which the model ends a text: allowed where the text is whole
   * @throws GrammarException when the vocabulary cannot write every text, and so could get stuck
   */
  public GrammarMask newMask(TokenTrie trie, Set<Integer> endTokens) throws GrammarException {
    BitSet missing = (BitSet) bytes.clone();
    missing.andNot(trie.single());
    if (!missing.isEmpty()) {
      throw new GrammarException(
          "tokenizer",
          "it has no token for the single byte 0x%02x, which this grammar needs; use a model with a"
                  .formatted(missing.nextSetBit(0))
              + " byte-level tokenizer");
    }
    return new GrammarMask(start, masks(trie, endTokens));
  }

  private Masks masks(TokenTrie trie, Set<Integer> endTokens) {
    synchronized (masks) {
      for (Masks known : masks) {
        if (known.isFor(trie, endTokens)) {
          return known;
        }
      }
      if (masks.size() == VOCABULARIES_MAX) {
        masks.remove(0);
      }
      Masks fresh = new Masks(trie, endTokens);
      masks.add(fresh);
      return fresh;
    }
  }

  /** Whether a whole text fits. */
  public boolean matches(byte... text) {
    State state = start;
    for (byte value : text) {
      state = state.next(value & 0xff);
    }
    return state.complete();
  }
}
