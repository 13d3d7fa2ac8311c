package anima.brain.llm.grammar;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Proves of a grammar that no text begun within it can get stuck: each node learns how many frames
 * its shortest way to the end needs, and nodes are entered only where so many are left. What has no
 * way to the end needs infinitely many and is never entered.
 *
 * <p>So by induction: a node that is entered has a way to the end that fits; it begins with a byte,
 * or with a node that needs no more frames and is entered as well. Used by one thread.
 */
final class Soundness {
  private final List<Node> nodes;

  Soundness(List<Node> nodes) {
    this.nodes = nodes;
  }

  void prove(Node first) throws GrammarException {
    while (learn()) {
      // What one node learns may shorten the way of another.
    }
    if (first.least > Frame.DEPTH_MAX) {
      throw new GrammarException(
          "grammar", "no finite text fits it; give the rule that contains itself a way to end");
    }
    for (Node node : nodes) {
      if (node instanceof Node.Group group && (group.max > 1 || group.body == group.again)) {
        proveProgress(group);
      }
    }
  }

  private boolean learn() {
    boolean learnt = false;
    for (Node node : nodes) {
      int least = least(node);
      int bytes = bytesLeast(node);
      if (least < node.least || bytes < node.bytesLeast) {
        node.least = Math.min(least, node.least);
        node.bytesLeast = Math.min(bytes, node.bytesLeast);
        learnt = true;
      }
    }
    return learnt;
  }

  private static int least(Node node) {
    if (node instanceof Node.Step step) {
      int least = Node.NEVER;
      for (Node target : step.targets) {
        least = Math.min(least, target.least);
      }
      return least;
    } else if (node instanceof Node.Fork fork) {
      return fork.branches.stream().mapToInt(branch -> branch.least).min().orElse(Node.NEVER);
    } else if (node instanceof Node.Free free) {
      return free.next.least;
    } else if (node instanceof Node.Group group) {
      int inside = group.min == 0 ? 0 : 1 + group.body.least;
      int more = group.min > 1 ? 1 + group.again.least : 0;
      return Math.max(group.next.least, Math.max(inside, more));
    }
    return 0;
  }

  private static int bytesLeast(Node node) {
    long least = 0;
    if (node instanceof Node.Step step) {
      least = Node.NEVER;
      for (Node target : step.targets) {
        least = Math.min(least, 1L + target.bytesLeast);
      }
    } else if (node instanceof Node.Fork fork) {
      least = fork.branches.stream().mapToInt(branch -> branch.bytesLeast).min().orElse(Node.NEVER);
    } else if (node instanceof Node.Free free) {
      least = (long) free.machine.bytesLeast(TextMachine.START) + free.next.bytesLeast;
    } else if (node instanceof Node.Group group) {
      long body = group.min == 0 ? 0 : group.body.bytesLeast;
      long more = group.min <= 1 ? 0 : (group.min - 1L) * group.again.bytesLeast;
      least = body + more + group.next.bytesLeast;
    }
    return (int) Math.min(Node.NEVER, least);
  }

  /** A body that reads nothing, or enters itself before it reads, would go round for ever. */
  private static void proveProgress(Node.Group group) throws GrammarException {
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> open = new ArrayDeque<>(List.of(group.body));
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (node == group || node instanceof Node.End) {
        throw new GrammarException(
            "grammar", "a repeated part or a rule can be empty or begins with itself");
      }
      if (!seen.add(node)) {
        continue;
      }
      if (node instanceof Node.Fork fork) {
        open.addAll(fork.branches);
      } else if (node instanceof Node.Free free && free.machine.mayEnd(TextMachine.START)) {
        open.add(free.next);
      } else if (node instanceof Node.Group inner) {
        open.add(inner.body);
        if (inner.min == 0) {
          open.add(inner.next);
        }
      }
    }
  }
}
