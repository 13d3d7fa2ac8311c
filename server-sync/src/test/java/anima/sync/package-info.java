/** Tests of rooms, their store and their doors. */
@NullMarked
package anima.sync;

import org.jspecify.annotations.NullMarked;
