package anima.brain.llm.schedule;

/**
 * Says between the steps of a model how long it has to rest, so that others can use the machine.
 */
@FunctionalInterface
public interface Pace {
  /** As fast as the machine allows. */
  Pace FREE = stepNanos -> 0;

  /**
   * Called by the thread that thinks, after each step.
   *
   * @param stepNanos how long the step took
   * @return nanoseconds to rest before the next one
   */
  long restNanos(long stepNanos);
}
