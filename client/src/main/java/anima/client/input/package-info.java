/** Keys and mouse, the walk they ask for, and the camera. */
@NullMarked
package anima.client.input;

import org.jspecify.annotations.NullMarked;
