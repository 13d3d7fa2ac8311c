@NullMarked
package anima.brain.bench;

import org.jspecify.annotations.NullMarked;
