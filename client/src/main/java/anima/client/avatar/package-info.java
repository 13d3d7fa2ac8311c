/** Bodies: how they are built, how they move, and where they are drawn. */
@NullMarked
package anima.client.avatar;

import org.jspecify.annotations.NullMarked;
