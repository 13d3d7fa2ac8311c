/**
 * What exists and what may happen. Pure and deterministic: no clock, no randomness, no I/O, no
 * engine types. Positions are metres in a right-handed frame, Y up, +X east, +Z south; yaw is
 * radians about +Y, zero looks along +Z, positive turns towards +X.
 */
@NullMarked
package anima.world;

import org.jspecify.annotations.NullMarked;
