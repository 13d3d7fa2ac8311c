/** One room, one loop: it alone steps a world and tells each session what its body perceived. */
@NullMarked
package anima.sync.room;

import org.jspecify.annotations.NullMarked;
