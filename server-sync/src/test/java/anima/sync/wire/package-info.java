/** Tests of the wire on real sockets. */
@NullMarked
package anima.sync.wire;

import org.jspecify.annotations.NullMarked;
