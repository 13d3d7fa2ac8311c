package anima.client.local;

import anima.brain.host.BrainHost;
import anima.brain.host.HostThread;
import anima.brain.host.SessionException;
import anima.brain.host.SessionSource;
import anima.brain.kernel.Kernel;
import anima.brain.kernel.KernelThread;
import anima.brain.language.Decider;
import anima.brain.memory.MemoryFiles;
import anima.sync.room.EmbodyRequest;
import anima.sync.room.InhabitantInfo;
import anima.sync.room.JoinRequest;
import anima.sync.room.LoopbackSession;
import anima.sync.room.Room;
import anima.sync.room.RoomLoop;
import anima.sync.room.Ticker;
import anima.sync.store.StoreException;
import anima.sync.store.StoreLimits;
import anima.sync.store.WorldStore;
import anima.world.Session;
import anima.world.nav.Ground;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A world in this program: its store, its room, and the minds of those who live there. It either
 * runs by itself ({@link #start}), or goes on only as {@link #step} is called: then the same calls
 * with the same seed give the same world, tick by tick. Owned by the thread that steps it.
 */
public final class LocalWorld implements AutoCloseable {
  private static final long STORE_SECONDS_MAX = 20;
  private static final long STORE_TELLS_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final LocalOptions options;
  private final WorldStore store;
  private final Room room;
  private final Kernel kernel;
  private final BrainHost host;
  private Optional<Running> running = Optional.empty();

  /** The threads of a world that runs by itself. */
  private record Running(RoomLoop loop, KernelThread thinking, HostThread minds) {}

  private LocalWorld(LocalOptions options, WorldStore store, Room room, Kernel kernel) {
    this.options = options;
    this.store = store;
    this.room = room;
    this.kernel = kernel;
    host =
        new BrainHost(
            new Natives(),
            options.minds(),
            kernel,
            new MemoryFiles(options.folder().resolve("memories")),
            options.language(),
            options.seed());
  }

  /** A world that runs by itself from now on. */
  public static LocalWorld start(LocalOptions options, Decider decider) throws FailureException {
    LocalWorld world = open(options, new Kernel(decider, System::nanoTime));
    RoomLoop loop = RoomLoop.start(world.room, Ticker.system());
    KernelThread thinking = KernelThread.start(world.kernel);
    world.running = Optional.of(new Running(loop, thinking, HostThread.start(world.host)));
    return world;
  }

  /** A world that goes on as it is stepped; its minds think without haste. */
  public static LocalWorld stepped(LocalOptions options, Decider decider) throws FailureException {
    return open(options, new Kernel(decider, () -> 0));
  }

  private static LocalWorld open(LocalOptions options, Kernel kernel) throws FailureException {
    try {
      WorldStore store =
          WorldStore.open(options.folder(), options.place().id(), StoreLimits.DEFAULT);
      try {
        Ground ground = new Ground(options.place());
        Room room = Room.open(ground, options.seed(), store, new SecureRandom());
        return new LocalWorld(options, store, room, kernel);
      } catch (StoreException | RuntimeException failure) {
        store.close();
        throw failure;
      }
    } catch (StoreException failure) {
      throw FailureException.of(failure);
    }
  }

  /** Goes on by one tick; whoever is asked has thought to the end before the next. */
  public void step() {
    room.tick();
    host.step();
    while (kernel.runNext()) {
      // Until nobody waits for an answer.
    }
  }

  /** Comes in as a visitor: the same one as before under the same name. */
  public Session join(String name) throws FailureException {
    TokenFile tokens = new TokenFile(options.folder(), name);
    JoinRequest request = new JoinRequest(name, Looks.of(name), tokens.read());
    LoopbackSession session = await(LoopbackSession.join(room, request));
    session.token().ifPresent(tokens::write);
    return session;
  }

  /** The room, for a server that lets others in. */
  public Room room() {
    return room;
  }

  /** The minds. */
  public BrainHost minds() {
    return host;
  }

  /** Whether someone is still to answer, or to end what they say. */
  public boolean busy() {
    return host.busy() || !kernel.idle();
  }

  /** Why nothing can be stored at present, and what else went wrong, one sentence each. */
  public List<String> takeFailures() {
    return host.takeFailures();
  }

  @Override
  public void close() {
    if (running.isPresent()) {
      running.get().minds().close();
      running.get().thinking().close();
      running.get().loop().close();
    } else {
      kernel.stop();
      host.close();
      room.close();
    }
  }

  private <T> T await(CompletableFuture<T> answer) throws FailureException {
    try {
      if (running.isEmpty()) {
        stepUntilDone(answer);
      }
      return answer.get(STORE_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException refused) {
      Throwable cause = refused.getCause();
      throw FailureException.of(cause instanceof Exception why ? why : refused);
    } catch (TimeoutException slow) {
      throw new FailureException(
          "The world in " + options.folder() + " does not answer; is its disk overloaded?");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new FailureException("Coming in was broken off.");
    }
  }

  /**
   * Lets whoever asked come in: the room takes them in one tick, and admits them in the next one
   * after that tick is on the disk. Waiting for the disk in between keeps the ticks the same in
   * each run; the store tells the room a moment after it has written.
   */
  private void stepUntilDone(CompletableFuture<?> answer) throws FailureException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STORE_SECONDS_MAX);
    try {
      room.tick();
      while (store.standing().tick() < room.nowTick() && System.nanoTime() < deadline) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
      while (!answer.isDone() && System.nanoTime() < deadline) {
        LockSupport.parkNanos(STORE_TELLS_NANOS);
        room.tick();
      }
    } catch (StoreException failure) {
      throw FailureException.of(failure);
    }
  }

  /** Those who live in the room, as bodies for minds. */
  private final class Natives implements SessionSource {
    @Override
    public List<String> inhabitants() {
      return room.inhabitants().stream().map(InhabitantInfo::key).toList();
    }

    @Override
    public Session open(String inhabitant) throws SessionException {
      InhabitantInfo info =
          room.inhabitants().stream()
              .filter(one -> one.key().equals(inhabitant))
              .findFirst()
              .orElseThrow(
                  () -> new SessionException("Nobody called " + inhabitant + " lives here."));
      try {
        return await(LoopbackSession.embody(room, new EmbodyRequest(info.id(), "this program", 0)));
      } catch (FailureException refused) {
        throw new SessionException(refused.sentence());
      }
    }
  }
}
