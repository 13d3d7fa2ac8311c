/** Text in, sound and mouth shapes out: what every voice has in common. */
@NullMarked
package anima.voice.speech;

import org.jspecify.annotations.NullMarked;
