/**
 * The model runtime: opens a folder in the Hugging Face layout, runs it through DJL's OnnxRuntime
 * engine on a graph written here, and turns logits into tokens and text. Only this package knows
 * DJL.
 */
@NullMarked
package anima.brain.llm;

import org.jspecify.annotations.NullMarked;
