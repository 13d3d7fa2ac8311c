@NullMarked
package anima.brain.bench.machine;

import org.jspecify.annotations.NullMarked;
