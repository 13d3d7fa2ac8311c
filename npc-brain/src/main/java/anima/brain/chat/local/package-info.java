/** Models that run on this machine: prompt, tokens, grammar and tools of a conversation. */
@NullMarked
package anima.brain.chat.local;

import org.jspecify.annotations.NullMarked;
