package anima.world;

import anima.world.place.Place;
import java.util.List;
import java.util.Optional;

/**
 * One body's door to a room, the same for a human's client and for a mind, over loopback or the
 * network. All methods may be called from any thread and never block.
 */
public interface Session extends AutoCloseable {
  /** The body this session moves. */
  EntityId self();

  /** The place it stands in. */
  Place place();

  /**
   * Queues an action of {@link #self}; what comes of it arrives as events.
   *
   * @return its sequence number in this session, from 1 upwards
   */
  long submit(Action action);

  /** Takes what the body perceived since the last call, in order. */
  List<WorldEvent> drain();

  /** Highest sequence number whose outcome is durable; 0 before the first. */
  long acknowledged();

  /** Why the session has ended, in one sentence for a person; empty while it lives. */
  Optional<String> ended();

  @Override
  void close();
}
