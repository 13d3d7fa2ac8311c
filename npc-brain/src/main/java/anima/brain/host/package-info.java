/** Drives many bodies at once, each by its own mind over its own session. */
@NullMarked
package anima.brain.host;

import org.jspecify.annotations.NullMarked;
