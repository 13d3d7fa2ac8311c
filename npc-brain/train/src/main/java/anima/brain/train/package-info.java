/**
 * Makes the embedded model: examples from written phrases, training in TorchScript that Java
 * writes, evaluation and export.
 */
@NullMarked
package anima.brain.train;

import org.jspecify.annotations.NullMarked;
