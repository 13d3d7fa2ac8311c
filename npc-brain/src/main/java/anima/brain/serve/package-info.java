/**
 * The OpenAI-compatible door: lets other programs on this machine, or others that hold the key,
 * talk with a model.
 */
@NullMarked
package anima.brain.serve;

import org.jspecify.annotations.NullMarked;
