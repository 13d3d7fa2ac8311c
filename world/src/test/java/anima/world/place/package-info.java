/** Places are read whole or refused with one sentence. */
@NullMarked
package anima.world.place;

import org.jspecify.annotations.NullMarked;
