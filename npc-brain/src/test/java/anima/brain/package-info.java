/** What tests of minds share. */
@NullMarked
package anima.brain;

import org.jspecify.annotations.NullMarked;
