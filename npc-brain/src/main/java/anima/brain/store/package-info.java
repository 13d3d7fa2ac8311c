/**
 * The user's models by name: asked for at a hub, fetched whole with every hash checked, kept each
 * in a folder of its own with a note of where it came from.
 */
@NullMarked
package anima.brain.store;

import org.jspecify.annotations.NullMarked;
