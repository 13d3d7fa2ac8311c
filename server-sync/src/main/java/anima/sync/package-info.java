/** The only authority over the world: rooms, their durable store, and the doors into them. */
@NullMarked
package anima.sync;

import org.jspecify.annotations.NullMarked;
