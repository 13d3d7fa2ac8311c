/** Characters for other programs: create one by name and nature, and talk with it. */
@NullMarked
package anima.api;

import org.jspecify.annotations.NullMarked;
