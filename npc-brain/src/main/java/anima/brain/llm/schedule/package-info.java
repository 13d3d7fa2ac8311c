/**
 * Many texts from one model at once: who goes first, who shares a run of the graph, what was
 * computed before and need not be again, and how fast it may go.
 */
@NullMarked
package anima.brain.llm.schedule;

import org.jspecify.annotations.NullMarked;
