/** Tests of worlds in this program. */
@NullMarked
package anima.client.local;

import org.jspecify.annotations.NullMarked;
