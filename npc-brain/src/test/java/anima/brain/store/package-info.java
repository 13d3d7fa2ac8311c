/** Models by name against a hub on this computer. */
@NullMarked
package anima.brain.store;

import org.jspecify.annotations.NullMarked;
