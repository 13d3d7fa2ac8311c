package anima.brain.llm.schedule;

import anima.brain.llm.KvSegment;
import anima.brain.llm.LlmSession;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Remembers what was computed for the beginnings of texts, for all characters and turns: a radix
 * tree over token ids whose nodes hold keys and values of their stretch. What was not used for
 * longest is dropped first, leaves before their parents. Owned by the scheduler's thread. (Zheng et
 * al., "SGLang: Efficient Execution of Structured Language Model Programs", 2024.)
 */
final class PrefixCache {
  /** Most stretches kept, so that finding the oldest stays cheap. */
  static final int NODES_MAX = 4096;

  private final long bytesMax;
  private final int tokenBytes;
  private final PrefixNode root = PrefixNode.root();
  private long uses;
  private int nodes;
  private long bytes;
  private long lookups;
  private long hits;
  private long restoredTokens;
  private long evictedTokens;

  /**
   * @param bytesMax memory that may be held
   * @param tokenBytes memory of one token
   */
  PrefixCache(long bytesMax, int tokenBytes) {
    this.bytesMax = bytesMax;
    this.tokenBytes = tokenBytes;
  }

  /** How far a text is known, and in which node that ends. */
  private record Place(PrefixNode node, int inNode, int tokens) {}

  /**
   * Gives an empty session the longest known beginning of a text.
   *
   * @return how many tokens it has now; never all, since the last one must be computed for its
   *     logits
   */
  int restore(LlmSession session, int[] text) {
    uses++;
    lookups++;
    Place place = find(text, text.length - 1);
    Deque<PrefixNode> path = new ArrayDeque<>();
    for (PrefixNode at = place.node; at != null && at != root; at = at.parent) {
      path.addFirst(at);
    }
    for (PrefixNode node : path) {
      KvSegment segment = node.segment();
      boolean whole = node != place.node || place.inNode == segment.length();
      session.restore(whole ? segment : segment.slice(0, place.inNode));
    }
    hits += place.tokens > 0 ? 1 : 0;
    restoredTokens += place.tokens;
    return place.tokens;
  }

  /** Walks down as far as the first {@code end} tokens are known. */
  private Place find(int[] text, int end) {
    PrefixNode node = root;
    int known = 0;
    while (known < end) {
      PrefixNode child = node.children.get(text[known]);
      if (child == null) {
        break;
      }
      int common = child.common(text, known, end);
      child.usedAt = uses;
      known += common;
      if (common < child.segment().length()) {
        return new Place(child, common, known);
      }
      node = child;
    }
    return new Place(node, node == root ? 0 : node.segment().length(), known);
  }

  /** Remembers the text of a session, as far as the memory allows. */
  void keep(LlmSession session) {
    uses++;
    int[] text = session.tokens();
    Place place = find(text, text.length);
    int unknown = text.length - place.tokens;
    if (unknown == 0) {
      return;
    }
    makeRoom((long) tokenBytes * unknown);
    int fitting = (int) Math.min(unknown, (bytesMax - bytes) / tokenBytes);
    if (fitting == 0 || nodes + 2 > NODES_MAX) {
      return;
    }
    try {
      KvSegment stretch = session.snapshot(place.tokens, place.tokens + fitting);
      boolean splits = place.node != root && place.inNode < place.node.segment().length();
      hang(splits ? split(place.node, place.inNode) : place.node, stretch);
    } catch (OutOfMemoryError none) {
      // The machine has less than it was meant to give; texts are written without a memory too.
      forget();
    }
  }

  private void forget() {
    List.copyOf(root.children.values()).forEach(PrefixNode::remove);
    nodes = 0;
    bytes = 0;
  }

  /** Cuts a node in two. */
  private PrefixNode split(PrefixNode whole, int at) {
    PrefixNode above = whole.parent == null ? root : whole.parent;
    KvSegment front = whole.segment().slice(0, at).compact();
    KvSegment rest = whole.segment().slice(at, whole.segment().length()).compact();
    take(whole);
    PrefixNode head = hang(above, front);
    PrefixNode tail = hang(head, rest);
    tail.usedAt = whole.usedAt;
    tail.adopt(whole);
    return head;
  }

  private PrefixNode hang(PrefixNode parent, KvSegment stretch) {
    nodes++;
    bytes += stretch.bytes();
    return parent.add(stretch, uses);
  }

  private void take(PrefixNode node) {
    nodes--;
    bytes -= node.segment().bytes();
    node.remove();
  }

  /** Drops the oldest leaves, but none that was passed just now. */
  private void makeRoom(long wantedBytes) {
    while (bytes + wantedBytes > bytesMax || nodes + 2 > NODES_MAX) {
      Optional<PrefixNode> oldest =
          leaves(root)
              .filter(leaf -> leaf != root && leaf.usedAt < uses)
              .min(Comparator.comparingLong(leaf -> leaf.usedAt));
      if (oldest.isEmpty()) {
        return;
      }
      evictedTokens += oldest.get().segment().length();
      take(oldest.get());
    }
  }

  private static Stream<PrefixNode> leaves(PrefixNode node) {
    return node.leaf()
        ? Stream.of(node)
        : node.children.values().stream().flatMap(PrefixCache::leaves);
  }

  PrefixFigures figures() {
    return new PrefixFigures(lookups, hits, restoredTokens, evictedTokens, nodes, bytes);
  }
}
