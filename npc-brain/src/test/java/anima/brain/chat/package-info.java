/** Conversations with language models, here and afar. */
@NullMarked
package anima.brain.chat;

import org.jspecify.annotations.NullMarked;
