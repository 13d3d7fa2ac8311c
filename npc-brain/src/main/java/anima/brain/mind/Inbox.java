package anima.brain.mind;

import anima.world.WorldEvent.Said;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What waits to be answered. Owned by the thread of its mind. */
final class Inbox {
  /**
   * Most lines that wait. When full, the oldest line of an inhabitant gives up its place; the lines
   * of players are never dropped: when they alone fill it, the new line is refused, and the speaker
   * is told.
   */
  static final int LINES_MAX = 8;

  /** A line that waits; {@code byPlayer} lines go first. */
  record Letter(Said said, boolean byPlayer) {}

  private final Deque<Letter> waiting = new ArrayDeque<>();

  /** Takes a line in; false when there is no room for it. */
  boolean offer(Letter letter) {
    if (waiting.size() >= LINES_MAX) {
      Optional<Letter> oldest = waiting.stream().filter(other -> !other.byPlayer()).findFirst();
      if (oldest.isEmpty()) {
        return false;
      }
      waiting.remove(oldest.get());
    }
    waiting.addLast(letter);
    return true;
  }

  /** Takes out the oldest line of a player, or else the oldest line. */
  Optional<Letter> take() {
    Optional<Letter> first =
        waiting.stream()
            .filter(Letter::byPlayer)
            .findFirst()
            .or(() -> waiting.stream().findFirst());
    first.ifPresent(waiting::remove);
    return first;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }
}
