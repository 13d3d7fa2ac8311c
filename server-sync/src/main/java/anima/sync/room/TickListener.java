package anima.sync.room;

import anima.world.WorldEvent;
import java.util.List;

/** Follows the ticks of a room on its thread, around what it tells the sessions. */
public interface TickListener {
  /** The world has stepped; what each body perceived of it is told next. */
  void stepped(long tick, List<WorldEvent> events);

  /** Every session has been told. */
  void told(long tick);
}
