@NullMarked
package anima.brain.bench.report;

import org.jspecify.annotations.NullMarked;
