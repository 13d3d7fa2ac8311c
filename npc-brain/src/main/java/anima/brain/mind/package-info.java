/**
 * One mind: what its body perceived, whether that was meant for it, what it makes of it, and what
 * it does and says. Everything here runs on the thread of its host; nothing here knows a clock.
 */
@NullMarked
package anima.brain.mind;

import org.jspecify.annotations.NullMarked;
