/** Tests of what minds remember. */
@NullMarked
package anima.brain.memory;

import org.jspecify.annotations.NullMarked;
