/**
 * Large files from the network: taken up where a connection was cut, compared with their hash while
 * they arrive, moved into place whole or not at all. Knows nothing of what is in them.
 */
@NullMarked
package anima.fetch;

import org.jspecify.annotations.NullMarked;
