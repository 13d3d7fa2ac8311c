/** What grows: trees, bushes, grass and flowers. */
@NullMarked
package anima.client.flora;

import org.jspecify.annotations.NullMarked;
