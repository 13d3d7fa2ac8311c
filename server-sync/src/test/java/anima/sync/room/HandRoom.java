package anima.sync.room;

import static org.assertj.core.api.Assertions.assertThat;

import anima.sync.Meadow;
import anima.sync.store.StoreException;
import anima.sync.store.StoreLimits;
import anima.sync.store.WorldStore;
import anima.world.EntityId;
import anima.world.Session;
import anima.world.WorldEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** A room of the meadow that the test ticks, and what each session was told so far. */
final class HandRoom implements AutoCloseable {
  private static final int TICKS_MAX = 20_000;

  final Room room;
  private final Map<Session, List<WorldEvent>> told = new HashMap<>();

  HandRoom(Path folder) throws StoreException {
    this(folder, StoreLimits.DEFAULT);
  }

  HandRoom(Path folder, StoreLimits limits) throws StoreException {
    room =
        Room.open(
            Meadow.GROUND, 7, WorldStore.open(folder, Meadow.PLACE.id(), limits), new Random(1));
  }

  LoopbackSession join(String name) {
    return join(Meadow.visitor(name));
  }

  LoopbackSession join(JoinRequest request) {
    return entered(LoopbackSession.join(room, request));
  }

  LoopbackSession embody(EntityId npc, String host, long fencing) {
    return entered(LoopbackSession.embody(room, new EmbodyRequest(npc, host, fencing)));
  }

  private LoopbackSession entered(CompletableFuture<LoopbackSession> session) {
    tickUntil(session::isDone);
    return session.join();
  }

  /** Why someone was not let in. */
  String refusal(CompletableFuture<?> entry) {
    tickUntil(entry::isDone);
    try {
      entry.get();
      throw new AssertionError("was let in");
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(RoomException.class);
      return String.valueOf(Objects.requireNonNull(e.getCause()).getMessage());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  EntityId npc(String key) {
    return room.inhabitants().stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow()
        .id();
  }

  void ticks(int count) {
    for (int i = 0; i < count; i++) {
      room.tick();
    }
  }

  /** Ticks until something holds; gives the store's thread a moment between. */
  void tickUntil(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    for (int i = 0; !condition.getAsBoolean(); i++) {
      assertThat(i < TICKS_MAX || System.nanoTime() < deadline).as("holds in time").isTrue();
      room.tick();
      LockSupport.parkNanos(200_000);
    }
  }

  /** Ticks until a session is told such an event. */
  <E extends WorldEvent> E await(Session session, Class<E> kind, Predicate<E> which) {
    List<E> found = new ArrayList<>();
    tickUntil(
        () -> {
          told(session).stream()
              .filter(kind::isInstance)
              .map(kind::cast)
              .filter(which)
              .forEach(found::add);
          return !found.isEmpty();
        });
    return found.get(0);
  }

  /** All that a session was told so far. */
  List<WorldEvent> told(Session session) {
    List<WorldEvent> all = told.computeIfAbsent(session, s -> new ArrayList<>());
    all.addAll(session.drain());
    return all;
  }

  @Override
  public void close() {
    room.close();
  }
}
