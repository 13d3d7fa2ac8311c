@NullMarked
package anima.brain.bench.model;

import org.jspecify.annotations.NullMarked;
