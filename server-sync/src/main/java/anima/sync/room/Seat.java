package anima.sync.room;

import anima.world.Action;
import anima.world.EntityId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A session as its room knows it: where actions go in and what has become of them. Once ended it
 * takes no more actions: a host that lost its lease cannot act, however late it finds out. Any
 * thread.
 */
public final class Seat {
  private final long number;
  private final EntityId self;
  private final Optional<String> token;
  private final long fencing;
  private final Outlet outlet;
  private final Inbox inbox = new Inbox();
  private final AtomicLong acknowledged = new AtomicLong();

  /** All actions up to this number are judged or refused. Owned by the room's thread. */
  private long decided;

  private volatile boolean alive = true;
  private volatile @Nullable String endReason;

  Seat(long number, EntityId self, Optional<String> token, long fencing, Outlet outlet) {
    this.number = number;
    this.self = self;
    this.token = token;
    this.fencing = fencing;
    this.outlet = outlet;
  }

  public EntityId self() {
    return self;
  }

  /** What a visitor shows at the next visit to be the same again; empty for a brain host. */
  public Optional<String> token() {
    return token;
  }

  /** The token of a brain host's lease; 0 for a visitor. */
  public long fencing() {
    return fencing;
  }

  /** Queues an action for the next tick and returns its sequence number. */
  public long submit(Action action) {
    touch();
    return endReason == null ? inbox.put(action) : 0;
  }

  /** Shows that whoever sits here is alive. */
  public void touch() {
    alive = true;
  }

  /** Highest sequence number whose outcome is durable. */
  public long acknowledged() {
    return acknowledged.get();
  }

  /** Leaves the room. */
  public void leave() {
    end("The session was closed.");
  }

  void end(String reason) {
    synchronized (this) {
      if (endReason != null) {
        return;
      }
      endReason = reason;
    }
    outlet.ended(reason);
  }

  boolean hasEnded() {
    return endReason != null;
  }

  long number() {
    return number;
  }

  Outlet outlet() {
    return outlet;
  }

  Inbox inbox() {
    return inbox;
  }

  /** Notes up to where actions are decided; false if nothing is new. */
  boolean decide(long sequence) {
    boolean isNew = sequence > decided;
    decided = Math.max(decided, sequence);
    return isNew;
  }

  long decided() {
    return decided;
  }

  void acknowledge(long sequence) {
    acknowledged.accumulateAndGet(sequence, Math::max);
  }

  /** Whether a sign of life came since the last time this was asked. */
  boolean showedLife() {
    boolean showed = alive;
    alive = false;
    return showed;
  }
}
