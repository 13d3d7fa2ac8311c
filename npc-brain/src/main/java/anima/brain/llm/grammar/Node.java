package anima.brain.llm.grammar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the automaton of a grammar: a nondeterministic one over bytes, with a stack of counted
 * groups, so that rules may contain themselves and parts may repeat without being copied. Built by
 * {@link Compiler}, then frozen; any thread.
 */
abstract sealed class Node {
  /** There is no way to the end. */
  static final int NEVER = Integer.MAX_VALUE / 2;

  /** Frames that the shortest stack to the end of this group needs on top of those that stand. */
  int least = NEVER;

  /** Least bytes to the end of this group. */
  int bytesLeast = NEVER;

  /** Reads one byte that lies in one of its ranges, which do not overlap. */
  static final class Step extends Node {
    final int[] from;
    final int[] to;
    final Node[] targets;

    Step(int[] from, int[] to, Node[] targets) {
      this.from = from;
      this.to = to;
      this.targets = targets;
    }

    static Step of(int from, int to, Node target) {
      return new Step(new int[] {from}, new int[] {to}, new Node[] {target});
    }

    @Nullable Node target(int value) {
      for (int i = 0; i < from.length; i++) {
        if (value >= from[i] && value <= to[i]) {
          return targets[i];
        }
      }
      return null;
    }
  }

  /** Goes on at each of its branches without reading. */
  static final class Fork extends Node {
    List<Node> branches;

    Fork(List<Node> branches) {
      this.branches = List.copyOf(branches);
    }
  }

  /**
   * Reads its body {@code min} to {@code max} times, the later times from {@code again} on, which
   * has the separator before the body.
   */
  static final class Group extends Node {
    final Node body;
    final Node again;
    final int min;
    final int max;
    final Node next;

    Group(Node body, Node again, int min, int max, Node next) {
      this.body = body;
      this.again = again;
      this.min = min;
      this.max = max;
      this.next = next;
    }
  }

  /** Reads free text. */
  static final class Free extends Node {
    final TextMachine machine;
    final Node next;

    Free(TextMachine machine, Node next) {
      this.machine = machine;
      this.next = next;
    }
  }

  /** Ends a body, or the whole text when there is no group around. */
  static final class End extends Node {
    End() {
      least = 0;
      bytesLeast = 0;
    }
  }
}
