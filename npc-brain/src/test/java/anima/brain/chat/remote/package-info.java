/** The client of OpenAI-compatible servers, over real sockets. */
@NullMarked
package anima.brain.chat.remote;

import org.jspecify.annotations.NullMarked;
