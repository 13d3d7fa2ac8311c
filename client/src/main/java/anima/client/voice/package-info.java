/** The ear and the mouth of a person at an open window: spoken words in, spoken words out. */
@NullMarked
package anima.client.voice;

import org.jspecify.annotations.NullMarked;
