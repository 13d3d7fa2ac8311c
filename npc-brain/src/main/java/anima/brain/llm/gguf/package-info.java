/** The GGUF file: written, read, and never trusted. */
@NullMarked
package anima.brain.llm.gguf;

import org.jspecify.annotations.NullMarked;
