/** Bodies keep to the ground and find their way. */
@NullMarked
package anima.world.nav;

import org.jspecify.annotations.NullMarked;
