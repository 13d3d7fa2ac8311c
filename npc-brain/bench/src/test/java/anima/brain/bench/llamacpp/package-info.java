@NullMarked
package anima.brain.bench.llamacpp;

import org.jspecify.annotations.NullMarked;
