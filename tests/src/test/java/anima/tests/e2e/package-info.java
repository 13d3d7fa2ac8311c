/** The whole of Anima as its users run it: programs, windows, microphones, sockets and disks. */
@NullMarked
package anima.tests.e2e;

import org.jspecify.annotations.NullMarked;
