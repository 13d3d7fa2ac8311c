/** Decoding by the vector unit. */
@NullMarked
package anima.brain.llm.vector;

import org.jspecify.annotations.NullMarked;
