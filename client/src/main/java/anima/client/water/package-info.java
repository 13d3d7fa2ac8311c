/** The sea. */
@NullMarked
package anima.client.water;

import org.jspecify.annotations.NullMarked;
