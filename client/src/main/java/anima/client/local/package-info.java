/** A whole world in this program: a room with its store, and minds for those who live there. */
@NullMarked
package anima.client.local;

import org.jspecify.annotations.NullMarked;
