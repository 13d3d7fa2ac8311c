@NullMarked
package anima.brain.bench.stack;

import org.jspecify.annotations.NullMarked;
