/** What is written over the picture: chat, names, bubbles, hints. */
@NullMarked
package anima.client.hud;

import org.jspecify.annotations.NullMarked;
