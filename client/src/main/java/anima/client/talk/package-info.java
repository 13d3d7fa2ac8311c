/** The world in a terminal: for a person at a prompt, and for scripts that pipe lines in. */
@NullMarked
package anima.client.talk;

import org.jspecify.annotations.NullMarked;
