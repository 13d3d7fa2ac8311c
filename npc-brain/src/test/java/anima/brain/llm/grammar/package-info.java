/** Tests of grammars over tokens. */
@NullMarked
package anima.brain.llm.grammar;

import org.jspecify.annotations.NullMarked;
