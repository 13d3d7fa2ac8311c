/**
 * Holds what a model writes to a grammar: which tokens may come next, whatever the model would
 * rather write.
 */
@NullMarked
package anima.brain.llm.grammar;

import org.jspecify.annotations.NullMarked;
