/** What is heard: spoken sentences and the sounds of the place. */
@NullMarked
package anima.client.sound;

import org.jspecify.annotations.NullMarked;
