package anima.sync.room;

import anima.sync.store.LeaseGrant;
import anima.sync.store.PastEvent;
import anima.sync.store.Snapshot;
import anima.sync.store.StoreException;
import anima.sync.store.TickRecord;
import anima.sync.store.WorldStore;
import anima.world.Component;
import anima.world.World;
import anima.world.WorldEvent;
import anima.world.nav.Ground;
import anima.world.place.Inhabitant;
import anima.world.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/**
 * One world and everyone in it: the only authority. A tick lets in who asked, judges what the
 * sessions submitted, steps the world, hands what it leaves behind to the store, and tells each
 * session what its body perceived. An action is acknowledged once the store has committed its tick.
 *
 * <p>{@link #tick}, {@link #close} and {@link #abandon} are for one thread, which owns the room;
 * all else may be called from any thread and never blocks.
 */
public final class Room {
  /** Sessions at a time; further ones are refused. */
  public static final int SESSIONS_MAX = 256;

  /** Requests to come in that may wait for the next tick; further ones are refused. */
  static final int REQUESTS_MAX = 256;

  /** A snapshot is taken this often. */
  static final int SNAPSHOT_TICKS = 600;

  /** The store notes how far an idle world has come this often. */
  static final int MARK_TICKS = 20;

  /** A brain host that gives no sign of life from one check to the next loses its lease. */
  static final int LEASE_CHECK_TICKS = 200;

  /** After a restart, bodies stay this long where they were for their visitors to come back. */
  static final int RETURN_TICKS = 600;

  private final World world;
  private final WorldStore store;
  private final Visitors visitors;
  private final Leases leases;
  private final Sessions sessions;
  private final BlockingQueue<Request> requests = new ArrayBlockingQueue<>(REQUESTS_MAX);
  private final List<TickListener> listeners = new CopyOnWriteArrayList<>();
  private final List<InhabitantInfo> natives;
  private volatile List<InhabitantInfo> inhabitants;
  private volatile long nowTick;
  private boolean closing;

  private Room(World world, WorldStore store, RandomGenerator random) throws StoreException {
    this.world = world;
    this.store = store;
    visitors = new Visitors(world, new Tokens(random), store.visitors());
    leases = new Leases(store.leases());
    sessions = new Sessions(world, store.standing().sessions());
    natives = natives(world);
    inhabitants = natives;
    nowTick = world.tick();
  }

  /**
   * Opens the room of a stored world, as it was when the store last committed, or of a new one. The
   * room closes the store.
   *
   * @param seed seed of a new world's weather
   * @param random source of the visitors' tokens: a secure one but in tests
   */
  public static Room open(Ground ground, long seed, WorldStore store, RandomGenerator random)
      throws StoreException {
    Room room = new Room(Recovery.recover(ground, seed, store), store, random);
    room.begin();
    return room;
  }

  /** Writes down a new world; whoever was inside when a former room ended may come back to it. */
  private void begin() throws StoreException {
    if (store.standing().tick() < world.tick()) {
      store.offer(new TickDraft(world.tick()).record(Optional.empty(), 0, snapshot()));
    }
    for (var view : world.views()) {
      if (world.component(view.id(), Component.Native.class).isEmpty()) {
        sessions.goHome(view.id(), world.tick() + RETURN_TICKS);
      }
    }
  }

  private static List<InhabitantInfo> natives(World world) {
    List<InhabitantInfo> all = new ArrayList<>();
    for (Inhabitant one : world.place().inhabitants()) {
      world
          .inhabitant(one.id())
          .ifPresent(id -> all.add(new InhabitantInfo(id, one.id(), one.name(), Optional.empty())));
    }
    return List.copyOf(all);
  }

  public Place place() {
    return world.place();
  }

  /** Everyone who lives here, and which host drives them. */
  public List<InhabitantInfo> inhabitants() {
    return inhabitants;
  }

  /** The tick that the world has reached. */
  public long nowTick() {
    return nowTick;
  }

  /** Why nothing can be stored at present, in one sentence; empty while all is well. */
  public Optional<String> trouble() {
    return store.trouble();
  }

  /** The newest things that happened and were stored, oldest first. Waits for the disk. */
  public List<PastEvent> history(int countMax) throws StoreException {
    return store.history(countMax);
  }

  public void listen(TickListener listener) {
    listeners.add(listener);
  }

  /**
   * Asks to come in as a visitor. The answer comes with a later tick, when it is durable, on the
   * room's thread and before the first events; it fails with a {@link RoomException}.
   */
  public CompletableFuture<Seat> join(JoinRequest request, Outlet outlet) {
    return ask(
        outlet,
        draft -> {
          Visitors.Admitted admitted = visitors.admit(request, sessions, draft);
          sessions.endSessionOf(admitted.self(), "You came in from elsewhere.");
          return sessions.seat(admitted.self(), Optional.of(admitted.token()), 0, outlet);
        });
  }

  /** Asks for the lease on an inhabitant; answers like {@link #join}. */
  public CompletableFuture<Seat> embody(EmbodyRequest request, Outlet outlet) {
    return ask(
        outlet,
        draft -> {
          if (natives.stream().noneMatch(one -> one.id().equals(request.npc()))) {
            throw new RoomException("No inhabitant here is " + request.npc() + ".");
          }
          LeaseGrant grant = leases.grant(request);
          Seat seat = sessions.seat(grant.npc(), Optional.empty(), grant.fencing(), outlet);
          leases.hold(grant, seat);
          draft.remember(grant);
          return seat;
        });
  }

  /** Someone asks to come in. */
  private record Request(Outlet outlet, Entry entry, CompletableFuture<Seat> answer) {
    void refuse(String sentence) {
      answer.completeExceptionally(new RoomException(sentence));
    }
  }

  /** Lets someone in, on the room's thread. */
  private interface Entry {
    Seat enter(TickDraft draft) throws RoomException;
  }

  private CompletableFuture<Seat> ask(Outlet outlet, Entry entry) {
    Request request = new Request(outlet, entry, new CompletableFuture<>());
    if (!requests.offer(request)) {
      request.refuse("Too many people come in at once; try again in a moment.");
    }
    return request.answer();
  }

  /** Goes on by one tick. */
  public void tick() {
    TickDraft draft = new TickDraft(world.tick() + 1);
    boolean storing = store.accepting();
    sessions.admitDurable();
    if (storing && !closing) {
      sessions.departInto(draft);
    }
    letIn(draft, storing);
    sessions.gather(draft, storing);
    List<WorldEvent> events = world.step(draft.actions());
    nowTick = world.tick();
    draft.remember(events);
    if (storing) {
      store(draft);
    }
    listeners.forEach(listener -> listener.stepped(nowTick, events));
    sessions.tell(events);
    listeners.forEach(listener -> listener.told(nowTick));
    if (nowTick % LEASE_CHECK_TICKS == 0) {
      leases.endSilent();
    }
    refreshInhabitants();
  }

  private void letIn(TickDraft draft, boolean storing) {
    for (Request request = requests.poll(); request != null; request = requests.poll()) {
      if (closing) {
        request.refuse("The server is closing.");
      } else if (!storing) {
        request.refuse(
            store.trouble().orElse("The world cannot store who comes in; try again later."));
      } else if (sessions.size() >= SESSIONS_MAX) {
        request.refuse("The room is full: " + SESSIONS_MAX + " are here already.");
      } else {
        enter(request, draft);
      }
    }
  }

  private void enter(Request request, TickDraft draft) {
    try {
      Seat seat = request.entry().enter(draft);
      draft.whenDurable(() -> sessions.durable(seat, request.answer()));
    } catch (RoomException e) {
      request.answer().completeExceptionally(e);
    }
  }

  private void store(TickDraft draft) {
    sessions.acknowledgeWith(draft);
    boolean snapshotDue = closing || draft.tick() % SNAPSHOT_TICKS == 0;
    boolean markDue = snapshotDue || draft.tick() % MARK_TICKS == 0;
    if (draft.isEmpty() && !markDue) {
      return;
    }
    TickRecord record =
        draft.record(
            markDue ? Optional.of(world.stateHash()) : Optional.empty(),
            sessions.lastNumber(),
            snapshotDue ? snapshot() : Optional.empty());
    if (!store.offer(record)) {
      throw new IllegalStateException("the store accepts, yet refuses tick " + record.tick());
    }
  }

  private Optional<Snapshot> snapshot() {
    return Optional.of(new Snapshot(world.tick(), world.stateHash(), world.snapshot().toJson()));
  }

  private void refreshInhabitants() {
    List<InhabitantInfo> now = new ArrayList<>(natives.size());
    for (InhabitantInfo one : natives) {
      now.add(new InhabitantInfo(one.id(), one.key(), one.name(), leases.host(one.id())));
    }
    if (!now.equals(inhabitants)) {
      inhabitants = List.copyOf(now);
    }
  }

  /**
   * Says goodbye to all, takes a last snapshot and closes the store. Bodies stay where they are.
   */
  public void close() {
    closing = true;
    sessions.endAll("The server is closing.");
    tick();
    store.close();
    sessions.admitDurable();
  }

  /** Ends all without touching the world, which may be at fault; what is stored stays. */
  void abandon() {
    sessions.endAll("The room has failed; its server must be started again.");
    store.close();
  }
}
