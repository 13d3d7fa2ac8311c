package anima.sync;

import anima.sync.room.EmbodyRequest;
import anima.sync.room.InhabitantInfo;
import anima.sync.room.JoinRequest;
import anima.sync.room.LoopbackSession;
import anima.sync.room.Room;
import anima.sync.room.RoomException;
import anima.sync.room.RoomLoop;
import anima.sync.store.PastEvent;
import anima.sync.store.StoreException;
import anima.sync.store.WorldStore;
import anima.sync.wire.ConnectException;
import anima.sync.wire.Server;
import anima.sync.wire.ServerOptions;
import anima.world.nav.Ground;
import anima.world.place.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A room with its store and its loop in this program, and a door to the network if wanted: all that
 * {@code anima play}, {@code talk} and {@code server} need.
 *
 * <pre>{@code
 * try (EmbeddedServer server = EmbeddedServer.open(folder, place, SyncOptions.of(seed))) {
 *   server.listen(new ServerOptions(7777, folder, Optional.empty()));
 *   for (InhabitantInfo one : server.inhabitants()) {
 *     Session mind = server.embody(new EmbodyRequest(one.id(), "here", 0));
 *   }
 *   Session me = server.join(new JoinRequest("Ada", looks, Optional.empty()));
 * }
 * }</pre>
 *
 * Any thread; {@link #join} and {@link #embody} wait for a tick and for the disk, sessions never
 * do.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final int ENTRY_SECONDS_MAX = 30;

  private final Room room;
  private final RoomLoop loop;
  private @Nullable Server server;

  private EmbeddedServer(Room room, RoomLoop loop) {
    this.room = room;
    this.loop = loop;
  }

  /**
   * Opens the world of a folder, or makes it, and lets it run.
   *
   * @throws StoreException if the folder cannot be used, in one sentence
   */
  public static EmbeddedServer open(Path worldFolder, Place place, SyncOptions options)
      throws StoreException {
    WorldStore store = WorldStore.open(worldFolder, place.id(), options.storeLimits());
    try {
      Room room = Room.open(new Ground(place), options.seed(), store, options.random());
      return new EmbeddedServer(room, RoomLoop.start(room, options.ticker()));
    } catch (StoreException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /**
   * Opens the room to the network.
   *
   * @return the port that it listens on
   */
  public synchronized int listen(ServerOptions options) throws ConnectException {
    if (server != null) {
      throw new IllegalStateException("the server listens already on port " + server.port());
    }
    server = Server.start(room, options);
    return server.port();
  }

  /** Comes in as a visitor. */
  public LoopbackSession join(JoinRequest request) throws RoomException {
    return await(LoopbackSession.join(room, request));
  }

  /** Takes the lease on an inhabitant. */
  public LoopbackSession embody(EmbodyRequest request) throws RoomException {
    return await(LoopbackSession.embody(room, request));
  }

  /** Everyone who lives here, and which host drives them. */
  public List<InhabitantInfo> inhabitants() {
    return room.inhabitants();
  }

  /** The place of this world. */
  public Place place() {
    return room.place();
  }

  /** The tick that the world has reached. */
  public long nowTick() {
    return room.nowTick();
  }

  /** Why nothing can be stored at present, in one sentence; empty while all is well. */
  public Optional<String> trouble() {
    return room.trouble();
  }

  /** The newest stored events, oldest first. */
  public List<PastEvent> history(int countMax) throws StoreException {
    return room.history(countMax);
  }

  private static LoopbackSession await(CompletableFuture<LoopbackSession> session)
      throws RoomException {
    try {
      return session.get(ENTRY_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RoomException refused) {
        throw refused;
      }
      throw new IllegalStateException("coming in failed", e);
    } catch (TimeoutException e) {
      throw new RoomException("The room does not answer; it may be closing or far behind.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RoomException("Coming in was broken off.");
    }
  }

  /** Says goodbye to all, stores the world, frees the port. */
  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
    }
    loop.close();
  }
}
