/** Tests of the commands. */
@NullMarked
package anima.client.cli;

import org.jspecify.annotations.NullMarked;
