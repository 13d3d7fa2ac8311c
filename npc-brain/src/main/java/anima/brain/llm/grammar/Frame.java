package anima.brain.llm.grammar;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A group that is being read, with those around it.
 *
 * @param count how often its body was begun; no more than its least once that is reached where
 *     there is no greatest
 */
record Frame(Node.Group group, int count, @Nullable Frame outer, int depth, int hash) {
  /** Deepest nesting of groups; deeper ones are not entered. */
  static final int DEPTH_MAX = 96;

  static Frame of(Node.Group group, int count, @Nullable Frame outer) {
    int hash =
        31 * (31 * System.identityHashCode(group) + count) + (outer == null ? 0 : outer.hash);
    return new Frame(group, count, outer, depthOf(outer) + 1, hash);
  }

  static int depthOf(@Nullable Frame frame) {
    return frame == null ? 0 : frame.depth;
  }

  /** A frame of the same meaning, as far as tokens of so many bytes can tell. */
  static @Nullable Frame alike(@Nullable Frame frame, int reach) {
    if (frame == null) {
      return null;
    }
    Frame outer = alike(frame.outer, reach);
    int count = Counts.alike(frame.count, frame.group.min, frame.group.max, reach);
    return Objects.equals(outer, frame.outer) && count == frame.count
        ? frame
        : of(frame.group, count, outer);
  }

  // Frames around are mostly shared: where two stacks meet, they are equal from there on.
  @SuppressWarnings("ReferenceEquality")
  @Override
  public boolean equals(@Nullable Object object) {
    if (object == this) {
      return true;
    }
    if (!(object instanceof Frame other) || other.hash != hash || other.depth != depth) {
      return false;
    }
    @Nullable Frame mine = this;
    @Nullable Frame its = other;
    while (mine != null && its != null && mine != its) {
      if (mine.group != its.group || mine.count != its.count) {
        return false;
      }
      mine = mine.outer;
      its = its.outer;
    }
    return true;
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
