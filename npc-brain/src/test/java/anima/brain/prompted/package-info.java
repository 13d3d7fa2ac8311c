/** Tests of deciding with larger models. */
@NullMarked
package anima.brain.prompted;

import org.jspecify.annotations.NullMarked;
