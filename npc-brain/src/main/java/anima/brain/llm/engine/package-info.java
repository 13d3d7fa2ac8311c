/** Starts the native engine once for a process and owns what Java and it share. */
@NullMarked
package anima.brain.llm.engine;

import org.jspecify.annotations.NullMarked;
