/** The OpenAI-compatible door, over real sockets. */
@NullMarked
package anima.brain.serve;

import org.jspecify.annotations.NullMarked;
