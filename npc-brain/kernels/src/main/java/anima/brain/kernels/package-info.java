/**
 * Products of packed matrices by the vector unit of the processor, for the one token at a time that
 * a model writes.
 */
@NullMarked
package anima.brain.kernels;

import org.jspecify.annotations.NullMarked;
