/** Tests of minds. */
@NullMarked
package anima.brain.mind;

import org.jspecify.annotations.NullMarked;
