/** Models that run on another machine, behind any OpenAI-compatible server. */
@NullMarked
package anima.brain.chat.remote;

import org.jspecify.annotations.NullMarked;
