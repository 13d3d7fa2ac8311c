/**
 * Decodes one token at a time in Java, by the vector unit: a single token reads every weight once
 * and nothing else counts, so the fewest bytes win. Runs of many tokens stay with the graphs.
 */
@NullMarked
package anima.brain.llm.vector;

import org.jspecify.annotations.NullMarked;
