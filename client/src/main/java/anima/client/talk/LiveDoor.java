package anima.client.talk;

import anima.brain.kernel.Trace;
import anima.client.local.LocalWorld;
import anima.world.EntityView;
import anima.world.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The door to a world that runs by itself, in this program or at a server. */
final class LiveDoor implements Door {
  private static final long TICK_MILLIS = 50;

  private final Session session;
  private final Optional<LocalWorld> world;
  private final Runnable closing;

  /**
   * Goes in.
   *
   * @param world when it runs in this program
   * @param closing what to close after the session
   */
  LiveDoor(Session session, Optional<LocalWorld> world, Runnable closing) {
    this.session = session;
    this.world = world;
    this.closing = closing;
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public void step() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS));
  }

  @Override
  public boolean busy() {
    return world.map(LocalWorld::busy).orElse(false);
  }

  @Override
  public int quietTicks() {
    return 80;
  }

  @Override
  public int patienceTicks() {
    return 300;
  }

  @Override
  public List<Trace> why(String name) {
    return world.map(it -> it.minds().why(name)).orElse(List.of());
  }

  @Override
  public Optional<EntityView> body(String name) {
    return world.flatMap(it -> it.minds().body(name));
  }

  @Override
  public List<String> takeFailures() {
    return world.map(LocalWorld::takeFailures).orElse(List.of());
  }

  @Override
  public void close() {
    session.close();
    closing.run();
  }
}
