/** What a world must not forget: the log of its actions, its history, its snapshots, in SQLite. */
@NullMarked
package anima.sync.store;

import org.jspecify.annotations.NullMarked;
