/** What was measured, as numbers, as a table and as JSON. */
@NullMarked
package anima.brain.bench.report;

import org.jspecify.annotations.NullMarked;
