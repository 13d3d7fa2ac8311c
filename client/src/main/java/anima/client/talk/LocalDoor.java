package anima.client.talk;

import anima.brain.kernel.Trace;
import anima.client.local.LocalWorld;
import anima.world.EntityView;
import anima.world.Session;
import java.util.List;
import java.util.Optional;

/** The door to a world in this program that goes on as it is stepped. */
final class LocalDoor implements Door {
  private final LocalWorld world;
  private final Session session;

  LocalDoor(LocalWorld world, Session session) {
    this.world = world;
    this.session = session;
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public void step() {
    world.step();
  }

  @Override
  public boolean busy() {
    return world.busy();
  }

  @Override
  public int quietTicks() {
    return 6;
  }

  @Override
  public int patienceTicks() {
    return 6;
  }

  @Override
  public List<Trace> why(String name) {
    return world.minds().why(name);
  }

  @Override
  public Optional<EntityView> body(String name) {
    return world.minds().body(name);
  }

  @Override
  public List<String> takeFailures() {
    return world.takeFailures();
  }

  @Override
  public void close() {
    session.close();
    world.close();
  }
}
