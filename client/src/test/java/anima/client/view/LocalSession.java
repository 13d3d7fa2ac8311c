package anima.client.view;

import anima.world.Action;
import anima.world.EntityId;
import anima.world.Senses;
import anima.world.Session;
import anima.world.World;
import anima.world.WorldEvent;
import anima.world.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A session on a real world that goes on in real time while it is drained. */
final class LocalSession implements Session {
  private static final int TICKS_PER_DRAIN_MAX = 100;

  private final World world;
  private final long begunNanos = System.nanoTime();
  private final EntityId self;
  private final Senses senses;
  private final Consumer<String> report;
  private final List<Action> submitted = new CopyOnWriteArrayList<>();
  private final List<Action> pending = new ArrayList<>();

  /**
   * @param report hears "FRAME" at each drain and "SUBMITTED" with each action
   */
  LocalSession(World world, EntityId self, Consumer<String> report) {
    this.world = world;
    this.self = self;
    this.report = report;
    senses = new Senses(self);
  }

  /** All that was submitted so far. */
  List<Action> submitted() {
    return submitted;
  }

  /** Lets someone else in the world do something at the next tick. */
  synchronized void stage(Action action) {
    pending.add(action);
  }

  @Override
  public EntityId self() {
    return self;
  }

  @Override
  public Place place() {
    return world.place();
  }

  @Override
  public synchronized long submit(Action action) {
    pending.add(action);
    submitted.add(action);
    report.accept("SUBMITTED " + action);
    return submitted.size();
  }

  @Override
  public synchronized List<WorldEvent> drain() {
    report.accept("FRAME");
    List<WorldEvent> perceived = new ArrayList<>();
    long due = (System.nanoTime() - begunNanos) * World.TICKS_PER_SECOND / 1_000_000_000L;
    long last = Math.min(due, world.tick() + TICKS_PER_DRAIN_MAX);
    while (world.tick() < Math.max(last, 1)) {
      perceived.addAll(senses.perceive(world, world.step(List.copyOf(pending))));
      pending.clear();
    }
    return perceived;
  }

  @Override
  public long acknowledged() {
    return submitted.size();
  }

  @Override
  public Optional<String> ended() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
