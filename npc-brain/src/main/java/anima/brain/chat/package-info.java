/** Talks with a language model in messages: one contract, whether the model runs here or afar. */
@NullMarked
package anima.brain.chat;

import org.jspecify.annotations.NullMarked;
