package anima.sync.room;

import anima.world.Action;
import anima.world.EntityId;
import anima.world.Session;
import anima.world.WorldEvent;
import anima.world.place.Place;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A session within the room's own program. */
public final class LoopbackSession implements Session {
  private final Seat seat;
  private final EventQueue events;
  private final Place place;

  private LoopbackSession(Seat seat, EventQueue events, Place place) {
    this.seat = seat;
    this.events = events;
    this.place = place;
  }

  /** Asks to come in as a visitor; fails with a {@link RoomException}. */
  public static CompletableFuture<LoopbackSession> join(Room room, JoinRequest request) {
    EventQueue events = new EventQueue();
    return room.join(request, events)
        .thenApply(seat -> new LoopbackSession(seat, events, room.place()));
  }

  /** Asks for the lease on an inhabitant; fails with a {@link RoomException}. */
  public static CompletableFuture<LoopbackSession> embody(Room room, EmbodyRequest request) {
    EventQueue events = new EventQueue();
    return room.embody(request, events)
        .thenApply(seat -> new LoopbackSession(seat, events, room.place()));
  }

  @Override
  public EntityId self() {
    return seat.self();
  }

  @Override
  public Place place() {
    return place;
  }

  /** What a visitor shows at the next visit to be the same again; empty for a brain host. */
  public Optional<String> token() {
    return seat.token();
  }

  /** The token of a brain host's lease; 0 for a visitor. */
  public long fencing() {
    return seat.fencing();
  }

  @Override
  public long submit(Action action) {
    return seat.submit(action);
  }

  @Override
  public List<WorldEvent> drain() {
    seat.touch();
    return events.drain();
  }

  @Override
  public long acknowledged() {
    return seat.acknowledged();
  }

  @Override
  public Optional<String> ended() {
    return events.endReason();
  }

  @Override
  public void close() {
    seat.leave();
  }
}
