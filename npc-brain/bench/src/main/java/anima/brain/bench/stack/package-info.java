/** The stacks that are compared, each in a process of its own, measured by the same calls. */
@NullMarked
package anima.brain.bench.stack;

import org.jspecify.annotations.NullMarked;
