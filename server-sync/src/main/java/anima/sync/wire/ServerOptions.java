package anima.sync.wire;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a server listens.
 *
 * @param port port to listen on; 0 takes a free one
 * @param certificateFolder where the certificate and its key lie, or are made
 * @param hostKey what a brain host must know to drive inhabitants; empty lets anyone
 */
public record ServerOptions(int port, Path certificateFolder, Optional<String> hostKey) {}
