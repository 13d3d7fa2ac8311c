package anima.sync.room;

import anima.sync.store.LeaseGrant;
import anima.world.EntityId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which brain host drives which inhabitant: one at a time. Each grant has a fencing token higher
 * than any before it; a host whose lease is over cannot act, for its {@link Seat} has ended. Owned
 * by the room's thread.
 */
final class Leases {
  private final Map<EntityId, Lease> byNpc = new HashMap<>();

  /** A lease, present or past: without a seat nobody holds it. */
  private record Lease(String host, long fencing, @Nullable Seat seat) {
    boolean isHeld() {
      return seat != null && !seat.hasEnded();
    }
  }

  Leases(List<LeaseGrant> past) {
    past.forEach(g -> byNpc.put(g.npc(), new Lease(g.host(), g.fencing(), null)));
  }

  /**
   * Grants the next lease on an inhabitant, or says who holds it. A host that shows the token of
   * the lease in force, as after a broken connection, gets it anew and ends its former seat.
   */
  LeaseGrant grant(EmbodyRequest request) throws RoomException {
    Lease last = byNpc.getOrDefault(request.npc(), new Lease("", 0, null));
    Seat holder = last.seat();
    if (holder != null && last.isHeld()) {
      if (request.fencing() != last.fencing()) {
        throw new RoomException(
            "The inhabitant "
                + request.npc()
                + " is driven by '"
                + last.host()
                + "'; it can be taken over once that host leaves.");
      }
      holder.end("The lease was taken up again over another connection.");
    }
    return new LeaseGrant(request.npc(), request.host(), last.fencing() + 1);
  }

  void hold(LeaseGrant grant, Seat seat) {
    byNpc.put(grant.npc(), new Lease(grant.host(), grant.fencing(), seat));
  }

  /** The host that drives an inhabitant, if any. */
  Optional<String> host(EntityId npc) {
    Lease lease = byNpc.get(npc);
    return lease != null && lease.isHeld() ? Optional.of(lease.host()) : Optional.empty();
  }

  /** Ends the leases of hosts that gave no sign of life since the last call. */
  void endSilent() {
    for (Lease lease : new ArrayList<>(byNpc.values())) {
      Seat seat = lease.seat();
      if (seat != null && lease.isHeld() && !seat.showedLife()) {
        seat.end("The lease is over: the brain host was silent for too long.");
      }
    }
  }
}
