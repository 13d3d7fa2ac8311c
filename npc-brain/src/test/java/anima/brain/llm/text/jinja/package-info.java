/** The template language of chat templates. */
@NullMarked
package anima.brain.llm.text.jinja;

import org.jspecify.annotations.NullMarked;
