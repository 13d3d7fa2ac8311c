/** The house rules of DESIGN and ARCHITECTURE as tests. */
@NullMarked
package anima.tests.architecture;

import org.jspecify.annotations.NullMarked;
