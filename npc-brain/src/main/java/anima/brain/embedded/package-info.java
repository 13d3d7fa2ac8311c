/** The embedded model put together: its files, the runtime, and the decider that reads with it. */
@NullMarked
package anima.brain.embedded;

import org.jspecify.annotations.NullMarked;
