/** Minds: perception in, actions out; the model runtime, memory, planning, scheduling. */
@NullMarked
package anima.brain;

import org.jspecify.annotations.NullMarked;
