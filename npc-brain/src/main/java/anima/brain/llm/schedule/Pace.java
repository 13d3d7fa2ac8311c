package anima.brain.llm.schedule;

/**
 * Says between the steps of a model how long it has to rest, so that others can use the machine.
 * Called by the thread that thinks.
 */
@FunctionalInterface
public interface Pace {
  /** As fast as the machine allows. */
  Pace FREE = stepNanos -> 0;

  /** A step begins. */
  default void begin() {}

  /**
   * A step has ended.
   *
   * @param stepNanos how long it took
   * @return nanoseconds to rest before the next one
   */
  long restNanos(long stepNanos);
}
