/** The only package that knows MaryTTS: English, in pure Java. */
@NullMarked
package anima.voice.mary;

import org.jspecify.annotations.NullMarked;
