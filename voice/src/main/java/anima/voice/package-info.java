/**
 * Sound in, text out: microphone, voice activity, the end of a turn, recognition. Sound is 16 kHz
 * mono 16-bit in frames of 20 ms. This module knows nothing of worlds, and only {@code
 * anima.voice.vosk} knows Vosk.
 */
@NullMarked
package anima.voice;

import org.jspecify.annotations.NullMarked;
