/** The inner loops against plain ones. */
@NullMarked
package anima.brain.kernels;

import org.jspecify.annotations.NullMarked;
