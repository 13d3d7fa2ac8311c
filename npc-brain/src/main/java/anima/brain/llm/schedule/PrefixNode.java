package anima.brain.llm.schedule;

import anima.brain.llm.KvSegment;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text that is known behind its parent's; the root has none of its own. Children
 * differ in their first token. Owned by the cache's thread.
 */
final class PrefixNode {
  final Map<Integer, PrefixNode> children = new HashMap<>();
  @Nullable PrefixNode parent;
  private final @Nullable KvSegment segment;

  /** When it was last passed, counted in uses of the cache. */
  long usedAt;

  private PrefixNode(@Nullable PrefixNode parent, @Nullable KvSegment segment) {
    this.parent = parent;
    this.segment = segment;
  }

  static PrefixNode root() {
    return new PrefixNode(null, null);
  }

  /** Hangs a stretch below this node. */
  PrefixNode add(KvSegment stretch, long nowUse) {
    PrefixNode child = new PrefixNode(this, stretch);
    child.usedAt = nowUse;
    children.put(stretch.token(0), child);
    return child;
  }

  KvSegment segment() {
    if (segment == null) {
      throw new IllegalStateException("the root has no text");
    }
    return segment;
  }

  /** How many tokens from {@code begin} on are those of this stretch. */
  int common(int[] tokens, int begin, int end) {
    int most = Math.min(segment().length(), end - begin);
    int common = 0;
    while (common < most && segment().token(common) == tokens[begin + common]) {
      common++;
    }
    return common;
  }

  /** Takes over the children of a node whose place it takes. */
  void adopt(PrefixNode other) {
    other.children.values().forEach(child -> child.parent = this);
    children.putAll(other.children);
  }

  boolean leaf() {
    return children.isEmpty();
  }

  /** Takes this node, a child, from the tree. */
  void remove() {
    if (parent != null) {
      parent.children.remove(segment().token(0));
      parent = null;
    }
  }
}
