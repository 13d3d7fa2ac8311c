package anima.brain.llm.grammar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
    return after(text).complete();
  }

  /**
   * The text that goes on from a beginning and ends on the shortest way that the grammar knows: for
   * one that was cut because it had as many tokens as were asked for. A character cut in half,
   * which is U+FFFD at the end, is left out.
   *
   * @throws IllegalArgumentException when no text begins so
   */
  public String completed(String beginning) {
    byte[] text = beginning.replaceFirst("\ufffd+$", "").getBytes(StandardCharsets.UTF_8);
    State state = after(text);
    if (state.isDead()) {
      throw new IllegalArgumentException("no text of the grammar begins so");
    }
    return completed(state, text);
  }

  static String completed(State state, byte... beginning) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(beginning);
    State at = state;
    for (long left = at.bytesLeast(); left > 0; left = at.bytesLeast()) {
      int value = shortest(at, left);
      at = at.next(value);
      whole.write(value);
    }
    return whole.toString(StandardCharsets.UTF_8);
  }

  /** The byte that brings the end nearer. */
  private static int shortest(State at, long left) {
    for (int value = 0; value < 256; value++) {
      State next = at.next(value);
      if (!next.isDead() && next.bytesLeast() < left) {
        return value;
      }
    }
    throw new IllegalStateException("no byte brings the end of the text nearer");
  }

  private State after(byte... text) {
    State state = start;
    for (byte value : text) {
      state = state.next(value & 0xff);
    }
    return state;
  }
}
