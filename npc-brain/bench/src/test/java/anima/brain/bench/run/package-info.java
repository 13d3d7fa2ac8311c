@NullMarked
package anima.brain.bench.run;

import org.jspecify.annotations.NullMarked;
