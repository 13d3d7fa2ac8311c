package anima.brain.llm.grammar;

import anima.brain.llm.text.TextTokenizer;
import anima.brain.llm.text.TokenBytes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The tokens of a vocabulary by their bytes: a tree whose nodes stand in the order of a walk, so
 * that what lies below a node follows it and its tokens are a range. Immutable; any thread.
 */
public final class TokenTrie {
  /** Longest token that is ever allowed, in bytes. */
  static final int TOKEN_BYTES_MAX = 256;

  private final int[] ids;
  private final TrieNodes nodes;
  private final PlainText plain;
  private final TokenBytes bytes;
  private final BitSet single = new BitSet(256);
  private final int bytesMax;

  private TokenTrie(TokenBytes bytes, int[] ids, TrieNodes nodes) {
    this.bytes = bytes;
    this.ids = ids;
    this.nodes = nodes;
    this.plain = PlainText.of(nodes);
    int longest = 0;
    for (int id : ids) {
      longest = Math.max(longest, bytes.length(id));
      if (bytes.length(id) == 1) {
        single.set(bytes.at(id, 0));
      }
    }
    this.bytesMax = longest;
  }

  public static TokenTrie of(TextTokenizer tokenizer) {
    return of(tokenizer.bytes());
  }

  /** Sorts all tokens into a tree; takes about a tenth of a second for 150,000. */
  public static TokenTrie of(TokenBytes bytes) {
    byte[][] texts = new byte[bytes.size()][];
    Arrays.setAll(texts, bytes::of);
    Integer[] sorted =
        IntStream.range(0, texts.length)
            .filter(id -> texts[id].length > 0 && texts[id].length <= TOKEN_BYTES_MAX)
            .boxed()
            .toArray(Integer[]::new);
    // The sort is stable: of tokens with equal bytes the lower id comes first.
    Arrays.sort(sorted, (a, b) -> Arrays.compareUnsigned(texts[a], texts[b]));
    int[] ids = Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
    return new TokenTrie(bytes, ids, TrieNodes.of(ids, texts));
  }

  /** Ids are smaller than this. */
  public int size() {
    return bytes.size();
  }

  /** Length of the longest token that is ever allowed, in bytes. */
  int bytesMax() {
    return bytesMax;
  }

  TokenBytes bytes() {
    return bytes;
  }

  TrieNodes nodes() {
    return nodes;
  }

  PlainText plain() {
    return plain;
  }

  /** The bytes that some token stands for alone. */
  BitSet single() {
    return single;
  }

  /** The first of a node's own tokens; -1 when it has none. */
  int token(int node) {
    int from = nodes.token(node);
    return from < nodes.token(node + 1) ? ids[from] : -1;
  }

  /** Adds a node's own tokens. */
  void addTokens(int node, BitSet to) {
    add(nodes.token(node), nodes.token(node + 1), to);
  }

  /** Adds all tokens at and below a node. */
  void addSubtree(int node, BitSet to) {
    add(nodes.token(node), nodes.token(nodes.end(node)), to);
  }

  private void add(int from, int end, BitSet to) {
    for (int i = from; i < end; i++) {
      to.set(ids[i]);
    }
  }
}
