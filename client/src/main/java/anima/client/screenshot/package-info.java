/** The picture as a file. */
@NullMarked
package anima.client.screenshot;

import org.jspecify.annotations.NullMarked;
