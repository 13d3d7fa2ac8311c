package anima.brain.llm.grammar;

import java.util.Arrays;

/**
 * The nodes of a tree over sorted byte strings, in the order of a walk; node 0 is the root.
 * Immutable once made.
 */
final class TrieNodes {
  private int count;
  private byte[] values = new byte[1024];
  private short[] depths = new short[1024];

  /** The node behind the subtree. */
  private int[] ends = new int[1024];

  /** The first string at or below the node, or behind it where there is none. */
  private int[] tokens = new int[1024];

  private TrieNodes() {}

  /**
   * Makes the tree.
   *
   * @param ids the strings in their order
   */
  static TrieNodes of(int[] ids, byte[][] texts) {
    TrieNodes nodes = new TrieNodes();
    int[] path = new int[TokenTrie.TOKEN_BYTES_MAX + 1];
    int depth = 0;
    nodes.add((byte) 0, 0, 0);
    byte[] before = {};
    for (int i = 0; i < ids.length; i++) {
      byte[] text = texts[ids[i]];
      int mismatch = Arrays.mismatch(before, text);
      int common = mismatch < 0 ? text.length : mismatch;
      nodes.close(path, common + 1, depth);
      for (int at = common; at < text.length; at++) {
        path[at + 1] = nodes.count;
        nodes.add(text[at], at + 1, i);
      }
      depth = text.length;
      before = text;
    }
    nodes.close(path, 0, depth);
    nodes.tokens[nodes.count] = ids.length;
    return nodes;
  }

  private void close(int[] path, int from, int to) {
    for (int depth = from; depth <= to; depth++) {
      ends[path[depth]] = count;
    }
  }

  private void add(byte value, int depth, int token) {
    if (count + 1 == values.length) {
      values = Arrays.copyOf(values, 2 * count + 2);
      depths = Arrays.copyOf(depths, 2 * count + 2);
      ends = Arrays.copyOf(ends, 2 * count + 2);
      tokens = Arrays.copyOf(tokens, 2 * count + 2);
    }
    values[count] = value;
    depths[count] = (short) depth;
    tokens[count] = token;
    count++;
  }

  int count() {
    return count;
  }

  /** The byte that leads to the node, from 0 to 255. */
  int value(int node) {
    return values[node] & 0xff;
  }

  /** How many bytes lead to the node. */
  int depth(int node) {
    return depths[node];
  }

  int end(int node) {
    return ends[node];
  }

  int token(int node) {
    return tokens[node];
  }

  /** The node that a byte leads to; -1 when there is none. */
  int child(int node, int value) {
    for (int child = node + 1; child < ends[node]; child = ends[child]) {
      if (value(child) == value) {
        return child;
      }
    }
    return -1;
  }
}
