package anima.brain.llm.grammar;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tokens that may come next in a state, by one walk over the tree of tokens for each way
 * in which the text so far can be understood; what leads nowhere is left out as a whole, and so is
 * looking into plain text where there is room for any. Owned by one thread, or guarded by its
 * owner's lock.
 */
final class Walk {
  private final TokenTrie trie;

  /** By depth: the state there, or none where the token is still inside the first text. */
  private final @Nullable State[] states = new @Nullable State[TokenTrie.TOKEN_BYTES_MAX + 1];

  /** By depth: the position in the first text. */
  private final long[] positions = new long[TokenTrie.TOKEN_BYTES_MAX + 1];

  private BitSet allowed = new BitSet();
  private TokenTree tree;

  Walk(TokenTrie trie) {
    this.trie = trie;
    this.tree = trie.all();
  }

  /** The tokens that may come next. */
  BitSet allowed(State state) {
    allowed = new BitSet(trie.size());
    tree = trie.all();
    if (state.onlyByte() >= 0) {
      walkForced(state);
    } else {
      for (Point point : state.points()) {
        if (point.node() instanceof Node.Free free) {
          walkText(free, point);
        } else {
          states[0] = new State(List.of(point), false);
          walk(1, tree.nodes().end(0));
        }
      }
    }
    return allowed;
  }

  /**
   * Where the next bytes are settled, of the tokens within them only the longest is allowed: the
   * text is the same, and a model that knows text by its longest tokens knows it best so. Tokens
   * that reach beyond are allowed as ever.
   */
  private void walkForced(State first) {
    TrieNodes nodes = tree.nodes();
    State state = first;
    int node = 0;
    int longest = -1;
    for (int only = state.onlyByte(); only >= 0; only = state.onlyByte()) {
      int child = nodes.child(node, only);
      if (child < 0) {
        break;
      }
      node = child;
      state = state.next(only);
      if (tree.token(node) >= 0) {
        longest = node;
      }
    }
    if (longest >= 0) {
      allowed.set(tree.token(longest));
    }
    states[nodes.depth(node)] = state;
    walk(node + 1, state.onlyByte() >= 0 ? node + 1 : nodes.end(node));
  }

  /** Walks over nodes whose parents' states are known. */
  private void walk(int from, int end) {
    TrieNodes nodes = tree.nodes();
    int node = from;
    while (node < end) {
      State parent = states[nodes.depth(node) - 1];
      State next = parent == null ? State.DEAD : parent.next(nodes.value(node));
      states[nodes.depth(node)] = next;
      node = take(node, !next.isDead());
    }
  }

  private void walkText(Node.Free free, Point point) {
    State behind = State.at(free.next, point.frame());
    states[0] = null;
    positions[0] = point.inside();
    tree = trie.all();
    if (TextMachine.betweenCharacters(point.inside())) {
      trie.plain().add(free.machine.freeCharacters(point.inside()), allowed);
      tree = trie.rest();
    }
    int node = 1;
    while (node < tree.nodes().end(0)) {
      node = step(free, point, behind, node);
    }
    tree = trie.all();
  }

  /** Takes one node; returns the node to go on with. */
  private int step(Node.Free free, Point point, State behind, int node) {
    TrieNodes nodes = tree.nodes();
    int depth = nodes.depth(node);
    int value = nodes.value(node);
    State parent = states[depth - 1];
    if (parent != null) {
      State next = parent.next(value);
      states[depth] = next;
      return take(node, !next.isDead());
    }
    long before = positions[depth - 1];
    long position = free.machine.next(before, value);
    State left = free.machine.mayEnd(before) ? behind.next(value) : State.DEAD;
    positions[depth] = position;
    states[depth] = null;
    if (!left.isDead()) {
      states[depth] =
          position == TextMachine.DEAD ? left : left.orInside(free, position, point.frame());
      return take(node, true);
    }
    if (position != TextMachine.DEAD && hasRoom(free.machine, position, node)) {
      tree.addSubtree(node, allowed);
      return nodes.end(node);
    }
    return take(node, position != TextMachine.DEAD);
  }

  private boolean hasRoom(TextMachine machine, long position, int node) {
    return TextMachine.betweenCharacters(position)
        && tree.plain().characters(node) >= 0
        && tree.plain().characters(node) <= machine.freeCharacters(position);
  }

  private int take(int node, boolean alive) {
    if (!alive) {
      return tree.nodes().end(node);
    }
    tree.addTokens(node, allowed);
    return node + 1;
  }
}
