/** Mandarin through espeak-ng where it is installed: GPL, so a process of its own, never linked. */
@NullMarked
package anima.voice.espeak;

import org.jspecify.annotations.NullMarked;
