package anima.sync.room;

import anima.world.Action;
import anima.world.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The actions of one session that wait for their tick. When full, further ones are refused; several
 * walks in a row count as the last of them. Guarded by its monitor.
 */
final class Inbox {
  /** Actions that may wait. */
  static final int ACTIONS_MAX = 64;

  /** Actions of one session that one tick judges; the rest waits for the next. */
  static final int ACTIONS_PER_TICK_MAX = Limits.ACTIONS_PER_TICK_MAX;

  /** Refusals told per tick; beyond, actions are refused without a word. */
  static final int REFUSALS_MAX = 64;

  private final Deque<Numbered> waiting = new ArrayDeque<>();
  private final List<Action> refused = new ArrayList<>();
  private long lastSequence;

  /** An action and its sequence number. */
  record Numbered(long sequence, Action action) {}

  /**
   * What one tick takes.
   *
   * @param refused actions that found no room
   * @param sequence all up to this number are decided with this tick
   */
  record Taken(List<Numbered> actions, List<Action> refused, long sequence) {}

  synchronized long put(Action action) {
    lastSequence++;
    Numbered last = waiting.peekLast();
    if (action instanceof Action.Walk && last != null && last.action() instanceof Action.Walk) {
      waiting.removeLast();
    }
    if (waiting.size() < ACTIONS_MAX) {
      waiting.addLast(new Numbered(lastSequence, action));
    } else if (refused.size() < REFUSALS_MAX) {
      refused.add(action);
    }
    return lastSequence;
  }

  synchronized Taken take() {
    List<Numbered> actions = new ArrayList<>();
    while (!waiting.isEmpty() && actions.size() < ACTIONS_PER_TICK_MAX) {
      actions.add(waiting.removeFirst());
    }
    Numbered next = waiting.peekFirst();
    List<Action> turnedAway = List.copyOf(refused);
    refused.clear();
    return new Taken(actions, turnedAway, next == null ? lastSequence : next.sequence() - 1);
  }
}
