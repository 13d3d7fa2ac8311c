/** The only package that knows bytes: WebSocket over TLS, its messages, its limits. */
@NullMarked
package anima.sync.wire;

import org.jspecify.annotations.NullMarked;
