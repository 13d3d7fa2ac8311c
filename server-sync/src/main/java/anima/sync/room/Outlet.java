package anima.sync.room;

import anima.world.WorldEvent;
import java.util.List;

/**
 * Where a room tells a session what its body perceived. Called on the room's thread; must not
 * block.
 */
public interface Outlet {
  /** Why a session ends that does not keep up. */
  String TOO_SLOW = "The session was closed: it did not take its events in time.";

  /**
   * Told after each tick, also where nothing was perceived.
   *
   * @param acknowledged highest sequence number of the session whose outcome is durable
   * @return false if the other side does not keep up; the room then ends the session
   */
  boolean perceived(List<WorldEvent> events, long acknowledged);

  /** The session is over; the last call. May come from any thread. */
  void ended(String reason);
}
