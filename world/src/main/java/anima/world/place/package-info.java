/** A place as data: land, water, landmarks, houses, goods and the people who live there. */
@NullMarked
package anima.world.place;

import org.jspecify.annotations.NullMarked;
