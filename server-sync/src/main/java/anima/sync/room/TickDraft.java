package anima.sync.room;

import anima.sync.store.LeaseGrant;
import anima.sync.store.LoggedAction;
import anima.sync.store.PastEvent;
import anima.sync.store.Snapshot;
import anima.sync.store.TickRecord;
import anima.sync.store.Visitor;
import anima.world.Action;
import anima.world.ActionJson;
import anima.world.EntityId;
import anima.world.WorldEvent;
import anima.world.json.RecordJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a tick is going to judge and to leave behind. Owned by the room's thread. */
final class TickDraft {
  private final long tick;
  private final List<Action> actions = new ArrayList<>();
  private final List<LoggedAction> log = new ArrayList<>();
  private final List<PastEvent> events = new ArrayList<>();
  private final List<Visitor> visitors = new ArrayList<>();
  private final List<LeaseGrant> leases = new ArrayList<>();
  private final List<Runnable> onDurable = new ArrayList<>();

  TickDraft(long tick) {
    this.tick = tick;
  }

  long tick() {
    return tick;
  }

  /** Takes up an action of a session, or with session and sequence 0 one of the server's own. */
  void judge(Action action, long session, long sequence) {
    log.add(new LoggedAction(tick, log.size(), session, sequence, ActionJson.write(action)));
    actions.add(action);
  }

  void judge(Action own) {
    judge(own, 0, 0);
  }

  /** Whether a body is to leave with this tick. */
  boolean sendsHome(EntityId body) {
    return actions.contains(new Action.Depart(body));
  }

  void remember(Visitor visitor) {
    visitors.add(visitor);
  }

  void remember(LeaseGrant lease) {
    leases.add(lease);
  }

  /** Keeps what is worth it of what happened. */
  void remember(List<WorldEvent> happened) {
    for (WorldEvent event : happened) {
      if (event.accept(History.KEEPS)) {
        events.add(
            new PastEvent(
                event.tick(), event.getClass().getSimpleName(), RecordJson.write((Record) event)));
      }
    }
  }

  /** Runs on the store's thread once the tick is durable. */
  void whenDurable(Runnable action) {
    onDurable.add(action);
  }

  List<Action> actions() {
    return actions;
  }

  boolean isEmpty() {
    return log.isEmpty()
        && events.isEmpty()
        && visitors.isEmpty()
        && leases.isEmpty()
        && onDurable.isEmpty();
  }

  TickRecord record(Optional<Long> stateHash, long sessions, Optional<Snapshot> snapshot) {
    List<Runnable> all = List.copyOf(onDurable);
    return new TickRecord(
        tick,
        stateHash,
        sessions,
        log,
        events,
        visitors,
        leases,
        snapshot,
        () -> all.forEach(Runnable::run));
  }
}
