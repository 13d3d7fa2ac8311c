/** Tests of the world in a terminal. */
@NullMarked
package anima.client.talk;

import org.jspecify.annotations.NullMarked;
