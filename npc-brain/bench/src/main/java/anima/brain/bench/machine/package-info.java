/** What the machine itself gives: how fast it reads memory, how evenly it draws frames. */
@NullMarked
package anima.brain.bench.machine;

import org.jspecify.annotations.NullMarked;
