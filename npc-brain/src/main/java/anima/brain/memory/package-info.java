/** What a mind remembers of others: kept small, found again by relevance, written to disk. */
@NullMarked
package anima.brain.memory;

import org.jspecify.annotations.NullMarked;
