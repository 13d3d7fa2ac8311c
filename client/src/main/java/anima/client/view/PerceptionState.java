package anima.client.view;

import anima.client.avatar.TickClock;
import anima.world.Scene;
import anima.world.Session;
import anima.world.WorldEvent;
import com.jme3.app.Application;
import com.jme3.app.state.BaseAppState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Takes what the body perceived from the session, once a frame, and tells the other states. */
public final class PerceptionState extends BaseAppState {
  private final Session session;
  private final Scene scene;
  private final TickClock clock;
  private final List<Consumer<WorldEvent>> listeners = new ArrayList<>();

  public PerceptionState(Session session, TickClock clock) {
    this.session = session;
    this.clock = clock;
    scene = new Scene(session.self());
  }

  /** What the body knows of its surroundings; read it on the render thread. */
  public Scene scene() {
    return scene;
  }

  /** Tells of every event from now on, after the scene knows of it. */
  public void listen(Consumer<WorldEvent> listener) {
    listeners.add(listener);
  }

  @Override
  public void update(float seconds) {
    clock.advance(seconds);
    List<WorldEvent> events = session.drain();
    for (WorldEvent event : events) {
      clock.hear(event.tick());
      scene.apply(List.of(event));
      listeners.forEach(listener -> listener.accept(event));
    }
  }

  @Override
  protected void initialize(Application app) {}

  @Override
  protected void cleanup(Application app) {}

  @Override
  protected void onEnable() {}

  @Override
  protected void onDisable() {}
}
