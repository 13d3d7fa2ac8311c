/** The commands of the one program: what a person can ask for on the command line. */
@NullMarked
package anima.client.cli;

import org.jspecify.annotations.NullMarked;
