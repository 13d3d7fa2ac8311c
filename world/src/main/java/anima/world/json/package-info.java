/** Records as JSON and back: strict, bounded, and precise about what is wrong and where. */
@NullMarked
package anima.world.json;

import org.jspecify.annotations.NullMarked;
