/**
 * llama.cpp through its C interface: fetches its natives, loads them, runs batches of sequences.
 */
@NullMarked
package anima.brain.bench.llamacpp;

import org.jspecify.annotations.NullMarked;
