/** Tests of minds that live in a real world. */
@NullMarked
package anima.brain.host;

import org.jspecify.annotations.NullMarked;
