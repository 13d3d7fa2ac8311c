/** The benchmarks of Anima as a program of its own, {@code anima bench}; no other loads it. */
@NullMarked
package anima.brain.bench;

import org.jspecify.annotations.NullMarked;
