/** The rules of the world, and that they are kept. */
@NullMarked
package anima.world;

import org.jspecify.annotations.NullMarked;
