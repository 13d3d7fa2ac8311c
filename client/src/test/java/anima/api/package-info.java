/** Tests of the interface for other programs. */
@NullMarked
package anima.api;

import org.jspecify.annotations.NullMarked;
