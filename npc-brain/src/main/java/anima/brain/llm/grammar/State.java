package anima.brain.llm.grammar;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All ways in which the text so far can be understood. From each of them there is a way to the end,
 * so to drop some never leads astray.
 *
 * @param points where to read on
 * @param complete whether the text may end here
 */
record State(List<Point> points, boolean complete) {
  /** Most ways that are followed; further ones are dropped, which allows fewer texts. */
  static final int POINTS_MAX = 4096;

  /** Nothing can follow, and the text is not whole. */
  static final State DEAD = new State(List.of(), false);

  /** The state before anything is read from a node on. */
  static State at(Node node, @Nullable Frame frame) {
    Gathering gathering = new Gathering();
    gathering.enter(node, frame);
    return gathering.state();
  }

  /** This one or still inside a text. */
  State orInside(Node.Free free, long position, @Nullable Frame frame) {
    Gathering gathering = new Gathering();
    gathering.points.addAll(points);
    gathering.complete = complete;
    gathering.enter(free, position, frame);
    return gathering.state();
  }

  boolean isDead() {
    return points.isEmpty() && !complete;
  }

  /** The state behind one more byte. */
  State next(int value) {
    Gathering gathering = new Gathering();
    for (Point point : points) {
      gathering.read(point, value);
    }
    return gathering.state();
  }

  /** The only byte that can follow; -1 when there are several, or the text may end. */
  int onlyByte() {
    int only = -1;
    for (Point point : points) {
      if (!(point.node() instanceof Node.Step step)
          || step.from.length != 1
          || step.from[0] != step.to[0]
          || (only >= 0 && step.from[0] != only)) {
        return -1;
      }
      only = step.from[0];
    }
    return complete ? -1 : only;
  }

  /** How many bytes the shortest text needs from here to its end; 0 when it may end here. */
  long bytesLeast() {
    long least = complete ? 0 : Long.MAX_VALUE;
    for (Point point : points) {
      least = Math.min(least, point.bytesLeast());
    }
    return least;
  }

  State alike(TokenTrie trie) {
    Set<Point> alike = new LinkedHashSet<>();
    points.forEach(point -> alike.add(point.alike(trie)));
    return new State(List.copyOf(alike), complete);
  }

  /** Gathers the points that can be reached without reading. */
  private static final class Gathering {
    private final Set<Point> points = new LinkedHashSet<>();
    private boolean complete;

    State state() {
      return points.isEmpty() && !complete ? DEAD : new State(List.copyOf(points), complete);
    }

    void read(Point point, int value) {
      if (point.node() instanceof Node.Free free) {
        long position = free.machine.next(point.inside(), value);
        if (position != TextMachine.DEAD) {
          enter(free, position, point.frame());
        }
      } else if (point.node() instanceof Node.Step step) {
        Node target = step.target(value);
        if (target != null) {
          enter(target, point.frame());
        }
      }
    }

    void enter(Node node, @Nullable Frame frame) {
      if (Frame.depthOf(frame) + node.least > Frame.DEPTH_MAX) {
        return;
      }
      if (node instanceof Node.Fork fork) {
        fork.branches.forEach(branch -> enter(branch, frame));
      } else if (node instanceof Node.Group group) {
        if (group.min == 0) {
          enter(group.next, frame);
        }
        if (group.max > 0) {
          enter(group.body, Frame.of(group, 1, frame));
        }
      } else if (node instanceof Node.Free free) {
        enter(free, TextMachine.START, frame);
      } else if (node instanceof Node.End) {
        leave(frame);
      } else {
        add(new Point(node, 0, frame));
      }
    }

    private void enter(Node.Free free, long position, @Nullable Frame frame) {
      if (free.machine.mayEnd(position)) {
        enter(free.next, frame);
      }
      if (!free.machine.isFull(position)) {
        add(new Point(free, position, frame));
      }
    }

    /** At the end of a body: on behind its group, or through it once more. */
    private void leave(@Nullable Frame frame) {
      if (frame == null) {
        complete = true;
        return;
      }
      Node.Group group = frame.group();
      if (frame.count() >= group.min) {
        enter(group.next, frame.outer());
      }
      if (frame.count() < group.max) {
        boolean counts = group.max != Counts.UNLIMITED || frame.count() < group.min;
        enter(group.again, Frame.of(group, frame.count() + (counts ? 1 : 0), frame.outer()));
      }
    }

    private void add(Point point) {
      if (points.size() < POINTS_MAX) {
        points.add(point);
      }
    }
  }
}
