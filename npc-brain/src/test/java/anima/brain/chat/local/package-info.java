/** Conversations with real models of random weights. */
@NullMarked
package anima.brain.chat.local;

import org.jspecify.annotations.NullMarked;
