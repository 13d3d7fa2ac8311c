/** Tests of linking, prompts, answers and replies. */
@NullMarked
package anima.brain.language;

import org.jspecify.annotations.NullMarked;
