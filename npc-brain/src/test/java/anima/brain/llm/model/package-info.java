/**
 * A model as files: its shape, weights and resources, each checked before anything of its size is
 * allocated.
 */
@NullMarked
package anima.brain.llm.model;

import org.jspecify.annotations.NullMarked;
