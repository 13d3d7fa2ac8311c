/** Where bodies can walk: a navigation mesh of the place. The only package that knows recast4j. */
@NullMarked
package anima.world.nav;

import org.jspecify.annotations.NullMarked;
