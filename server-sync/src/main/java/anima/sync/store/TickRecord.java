package anima.sync.store;

import java.util.List;
import java.util.Optional;

/**
 * All that one tick leaves behind; it becomes durable as a whole or not at all. Ticks rise from
 * record to record.
 *
 * @param stateHash hash of the world's state after the tick, where it was taken
 * @param sessions highest session number given so far
 * @param onDurable called once on the writer's thread after the commit; must not block
 */
public record TickRecord(
    long tick,
    Optional<Long> stateHash,
    long sessions,
    List<LoggedAction> actions,
    List<PastEvent> events,
    List<Visitor> visitors,
    List<LeaseGrant> leases,
    Optional<Snapshot> snapshot,
    Runnable onDurable) {
  public TickRecord {
    actions = List.copyOf(actions);
    events = List.copyOf(events);
    visitors = List.copyOf(visitors);
    leases = List.copyOf(leases);
  }
}
