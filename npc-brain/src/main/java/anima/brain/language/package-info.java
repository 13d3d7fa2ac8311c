/**
 * What was said, in what situation, and what a mind makes of it: linking of words to what is known,
 * the prompt, the constrained answer, and the words that are spoken. Knows no model and no world
 * loop.
 */
@NullMarked
package anima.brain.language;

import org.jspecify.annotations.NullMarked;
