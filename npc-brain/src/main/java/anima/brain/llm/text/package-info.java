/** Text to token ids and back. */
@NullMarked
package anima.brain.llm.text;

import org.jspecify.annotations.NullMarked;
