/** Tests of the model runtime. */
@NullMarked
package anima.brain.llm;

import org.jspecify.annotations.NullMarked;
