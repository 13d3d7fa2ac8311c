/** Tests of the schedule, on small models of random weights. */
@NullMarked
package anima.brain.llm.schedule;

import org.jspecify.annotations.NullMarked;
