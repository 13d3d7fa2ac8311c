/** Voice with a real sound server: a microphone made of software, and what is heard through it. */
@NullMarked
package anima.tests.voice;

import org.jspecify.annotations.NullMarked;
