/**
 * One scheduler for all requests to the model: who waits, who goes first, who gives way, and why
 * what was decided.
 */
@NullMarked
package anima.brain.kernel;

import org.jspecify.annotations.NullMarked;
