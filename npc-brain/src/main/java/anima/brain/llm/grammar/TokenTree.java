package anima.brain.llm.grammar;

import java.util.BitSet;

/** Tokens in the order of their bytes, and the tree over them. Immutable. */
final class TokenTree {
  private final int[] ids;
  private final TrieNodes nodes;
  private final PlainText plain;

  /**
   * Makes the tree.
   *
   * @param ids in the order of their bytes
   */
  TokenTree(int[] ids, byte[][] texts) {
    this.ids = ids;
    this.nodes = TrieNodes.of(ids, texts);
    this.plain = PlainText.of(nodes);
  }

  TrieNodes nodes() {
    return nodes;
  }

  PlainText plain() {
    return plain;
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
