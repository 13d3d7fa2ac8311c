/** The models that are measured: shapes of known ones with random weights. */
@NullMarked
package anima.brain.bench.model;

import org.jspecify.annotations.NullMarked;
