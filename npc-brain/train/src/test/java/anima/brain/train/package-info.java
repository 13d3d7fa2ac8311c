/** Tests of the corpus, the trainer's parts and the export. */
@NullMarked
package anima.brain.train;

import org.jspecify.annotations.NullMarked;
