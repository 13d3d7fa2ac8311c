package anima.sync.room;

import anima.world.Action;
import anima.world.Activity;
import anima.world.Component;
import anima.world.EntityId;
import anima.world.Refusal;
import anima.world.Senses;
import anima.world.Vec3;
import anima.world.World;
import anima.world.WorldEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;

/**
 * Who sits in a room: takes in what they submit, tells them what they perceive. Owned by the room's
 * thread, but for {@link #durable}.
 */
final class Sessions {
  private final World world;
  private final Map<Seat, Senses> live = new LinkedHashMap<>();

  /** Let in, but not yet durably. */
  private final Set<Seat> entering = new LinkedHashSet<>();

  /** Those whose entry has become durable; no more than were entering. */
  private final Queue<Entered> entered = new ArrayBlockingQueue<>(Room.SESSIONS_MAX);

  /** Bodies without a session, and the tick with which they leave the world. */
  private final Map<EntityId, Long> homeward = new LinkedHashMap<>();

  /** Seats with actions that are decided but not yet handed to the store. */
  private final Set<Seat> decided = new LinkedHashSet<>();

  /** What the room itself refused since the sessions were last told. */
  private final Map<Seat, List<WorldEvent>> refusals = new HashMap<>();

  private long lastNumber;

  Sessions(World world, long lastNumber) {
    this.world = world;
    this.lastNumber = lastNumber;
  }

  /** A seat whose entry is durable, and who waits for it. */
  private record Entered(Seat seat, CompletableFuture<Seat> answer) {}

  int size() {
    return live.size() + entering.size();
  }

  long lastNumber() {
    return lastNumber;
  }

  Seat seat(EntityId self, Optional<String> token, long fencing, Outlet outlet) {
    Seat seat = new Seat(++lastNumber, self, token, fencing, outlet);
    entering.add(seat);
    homeward.remove(self);
    return seat;
  }

  /** The entry of a seat is stored. Any thread. */
  void durable(Seat seat, CompletableFuture<Seat> answer) {
    entered.add(new Entered(seat, answer));
  }

  /** Answers those whose entry is durable; from now on they perceive. */
  void admitDurable() {
    for (Entered one = entered.poll(); one != null; one = entered.poll()) {
      entering.remove(one.seat());
      live.put(one.seat(), new Senses(one.seat().self()));
      one.answer().complete(one.seat());
    }
  }

  /** Ends the session of a body, which stays in the world for the next one. */
  void endSessionOf(EntityId self, String reason) {
    for (Seat seat : List.copyOf(live.keySet())) {
      if (seat.self().equals(self)) {
        seat.end(reason);
        remove(seat);
      }
    }
    for (Seat seat : entering) {
      if (seat.self().equals(self)) {
        seat.end(reason);
      }
    }
  }

  /** Sends a body home with a later tick, unless someone takes a seat in it before. */
  void goHome(EntityId self, long dueTick) {
    homeward.put(self, dueTick);
  }

  /** Whether a body stands here without a session. */
  boolean isLingering(EntityId self) {
    return homeward.containsKey(self);
  }

  /** Lets the bodies of ended sessions leave, and stops those of inhabitants in their stride. */
  void departInto(TickDraft draft) {
    for (Seat seat : List.copyOf(live.keySet())) {
      if (seat.hasEnded()) {
        remove(seat);
        boolean taken =
            entering.stream().anyMatch(next -> next.self().equals(seat.self()))
                || live.keySet().stream().anyMatch(next -> next.self().equals(seat.self()));
        if (!taken) {
          homeward.put(seat.self(), draft.tick());
        }
      }
    }
    List<EntityId> due = new ArrayList<>();
    homeward.forEach(
        (body, dueTick) -> {
          if (draft.tick() >= dueTick) {
            due.add(body);
          }
        });
    due.forEach(body -> depart(body, draft));
  }

  /** Lets a body without a session leave now. */
  void depart(EntityId body, TickDraft draft) {
    homeward.remove(body);
    if (world.component(body, Component.Native.class).isEmpty()) {
      draft.judge(new Action.Depart(body));
    } else {
      stop(body).ifPresent(draft::judge);
    }
  }

  private Optional<Action> stop(EntityId body) {
    return world
        .view(body)
        .filter(view -> view.activity().kind() == Activity.Kind.WALKING)
        .map(view -> new Action.Walk(body, Vec3.ZERO, view.body().yawRadians()));
  }

  private void remove(Seat seat) {
    live.remove(seat);
    decided.remove(seat);
    refusals.remove(seat);
  }

  /** Takes the actions of all, in the order of their sessions. */
  void gather(TickDraft draft, boolean storing) {
    for (Seat seat : live.keySet()) {
      Inbox.Taken taken = seat.inbox().take();
      for (Action action : taken.refused()) {
        refuse(seat, action, Refusal.TOO_MANY);
      }
      for (Inbox.Numbered one : taken.actions()) {
        if (!storing) {
          refuse(seat, one.action(), Refusal.NOT_STORED);
        } else if (!mayAct(seat, one.action())) {
          refuse(seat, one.action(), Refusal.NOT_YOURS);
        } else {
          draft.judge(one.action(), seat.number(), one.sequence());
        }
      }
      if (seat.decide(taken.sequence())) {
        decided.add(seat);
      }
    }
  }

  private static boolean mayAct(Seat seat, Action action) {
    return !seat.hasEnded()
        && action.actor().equals(seat.self())
        && !(action instanceof Action.Arrive)
        && !(action instanceof Action.Depart);
  }

  private void refuse(Seat seat, Action action, Refusal reason) {
    refusals
        .computeIfAbsent(seat, s -> new ArrayList<>())
        .add(
            new WorldEvent.Refused(
                world.tick() + 1, seat.self(), action.getClass().getSimpleName(), reason));
  }

  /** Acknowledges all that is decided once this tick is durable. */
  void acknowledgeWith(TickDraft draft) {
    for (Seat seat : decided) {
      long sequence = seat.decided();
      draft.whenDurable(() -> seat.acknowledge(sequence));
    }
    decided.clear();
  }

  /** Tells each what its body perceived of the step. */
  void tell(List<WorldEvent> events) {
    live.forEach(
        (seat, senses) -> {
          List<WorldEvent> perceived = new ArrayList<>(senses.perceive(world, events));
          perceived.addAll(refusals.getOrDefault(seat, List.of()));
          if (!seat.outlet().perceived(perceived, seat.acknowledged())) {
            seat.end(Outlet.TOO_SLOW);
          }
        });
    refusals.clear();
  }

  void endAll(String reason) {
    live.keySet().forEach(seat -> seat.end(reason));
    entering.forEach(seat -> seat.end(reason));
  }
}
