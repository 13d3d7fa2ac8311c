/** Tests of the scheduler of the model. */
@NullMarked
package anima.brain.kernel;

import org.jspecify.annotations.NullMarked;
