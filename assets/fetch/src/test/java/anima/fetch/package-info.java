/** Downloads against a real web server that fails in many ways. */
@NullMarked
package anima.fetch;

import org.jspecify.annotations.NullMarked;
