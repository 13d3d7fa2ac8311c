/**
 * The only package that knows Vosk: checks a model folder before the native library sees it (which
 * ends the process on bad input), loads it, and recognises.
 */
@NullMarked
package anima.voice.vosk;

import org.jspecify.annotations.NullMarked;
