/** The ground and its rim of hills. */
@NullMarked
package anima.client.terrain;

import org.jspecify.annotations.NullMarked;
