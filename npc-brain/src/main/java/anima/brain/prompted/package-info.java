/**
 * Decides with larger models, local or elsewhere: they are told the situation in plain words and
 * answer in JSON; what comes of it is judged by the same rules as ever.
 */
@NullMarked
package anima.brain.prompted;

import org.jspecify.annotations.NullMarked;
