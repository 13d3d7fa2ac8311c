package anima.brain.llm.grammar;

import org.jspecify.annotations.Nullable;

/**
 * One way in which the text so far can be understood: a node that reads next, the position inside
 * it when it is free text, and the groups around it.
 */
record Point(Node node, long inside, @Nullable Frame frame) {
  /** How many bytes the shortest text needs from here to its end. */
  long bytesLeast() {
    long least = node.bytesLeast;
    if (node instanceof Node.Free free) {
      least = free.machine.bytesLeast(inside) + (long) free.next.bytesLeast;
    }
    for (Frame at = frame; at != null; at = at.outer()) {
      long missing = Math.max(0, at.group().min - at.count());
      least += missing * at.group().again.bytesLeast + at.group().next.bytesLeast;
    }
    return least;
  }

  Point alike(TokenTrie trie) {
    long near = node instanceof Node.Free free ? free.machine.alike(inside, trie) : inside;
    return new Point(node, near, Frame.alike(frame, trie.bytesMax()));
  }
}
