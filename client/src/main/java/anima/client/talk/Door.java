package anima.client.talk;

import anima.brain.kernel.Trace;
import anima.world.EntityView;
import anima.world.Session;
import java.util.List;
import java.util.Optional;

/** A way into a world, and what the terminal may know of the minds behind it. */
interface Door extends AutoCloseable {
  Session session();

  /** Lets the world go on by one tick. */
  void step();

  /** Whether someone is known to be still about to speak. */
  boolean busy();

  /** Ticks without a word after which an answer that has begun counts as complete. */
  int quietTicks();

  /** Ticks to wait for the first word of an answer. */
  int patienceTicks();

  /** The last decisions of a mind; none where minds are elsewhere. */
  List<Trace> why(String name);

  /** Where a mind's body is, though out of sight; empty where minds are elsewhere. */
  Optional<EntityView> body(String name);

  /** What went wrong since this was last asked, one sentence each. */
  List<String> takeFailures();

  @Override
  void close();
}
