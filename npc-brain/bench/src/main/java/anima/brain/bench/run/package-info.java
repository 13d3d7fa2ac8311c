/** The run: starts the stacks, asks them in turns, gathers what they answer. */
@NullMarked
package anima.brain.bench.run;

import org.jspecify.annotations.NullMarked;
