/**
 * Voice models by name: fetched from their publisher on first use, kept in a folder of the user's.
 */
@NullMarked
package anima.voice.model;

import org.jspecify.annotations.NullMarked;
