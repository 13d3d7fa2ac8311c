/** Tests of the room, ticked by hand. */
@NullMarked
package anima.sync.room;

import org.jspecify.annotations.NullMarked;
