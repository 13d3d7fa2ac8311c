package anima.sync.room;

import anima.world.EntityId;
import anima.world.WorldEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events that wait for a session's owner to take them. When full, all but the newest position of
 * each body is dropped; if that does not help, the session ends and they are lost. Guarded by its
 * monitor.
 */
public final class EventQueue implements Outlet {
  /** Events that may wait. */
  public static final int EVENTS_MAX = 8_192;

  private final Deque<WorldEvent> waiting = new ArrayDeque<>();
  private @Nullable String endReason;

  @Override
  public synchronized boolean perceived(List<WorldEvent> events, long acknowledged) {
    if (endReason != null) {
      return false;
    }
    waiting.addAll(events);
    if (waiting.size() > EVENTS_MAX) {
      dropOldPositions();
    }
    return waiting.size() <= EVENTS_MAX;
  }

  private void dropOldPositions() {
    Deque<WorldEvent> kept = new ArrayDeque<>();
    Set<EntityId> newest = new HashSet<>();
    while (!waiting.isEmpty()) {
      WorldEvent event = waiting.removeLast();
      if (!(event instanceof WorldEvent.Moved moved) || newest.add(moved.entity())) {
        kept.addFirst(event);
      }
    }
    waiting.addAll(kept);
  }

  @Override
  public synchronized void ended(String reason) {
    if (endReason == null) {
      endReason = reason;
    }
    if (waiting.size() > EVENTS_MAX) {
      waiting.clear();
    }
  }

  public synchronized Optional<String> endReason() {
    return Optional.ofNullable(endReason);
  }

  /** Takes all that waits, in order. */
  public synchronized List<WorldEvent> drain() {
    List<WorldEvent> all = new ArrayList<>(waiting);
    waiting.clear();
    return all;
  }
}
