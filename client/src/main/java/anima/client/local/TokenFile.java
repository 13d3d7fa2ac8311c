package anima.client.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Keeps what makes a visitor the same one at the next visit, a file for each name. Without it the
 * visitor is a new one; so a file that cannot be read or written is no failure.
 */
final class TokenFile {
  private static final long TOKEN_BYTES_MAX = 1_024;

  private final Path file;

  TokenFile(Path folder, String name) {
    String hex = HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
    file = folder.resolve("visitors").resolve(hex.substring(0, Math.min(hex.length(), 128)));
  }

  Optional<String> read() {
    try {
      return Files.exists(file) && Files.size(file) <= TOKEN_BYTES_MAX
          ? Optional.of(Files.readString(file).strip())
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  void write(String token) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, token);
    } catch (IOException unwritable) {
      // The store of the world, in the same folder, tells of a full or forbidden disk.
      return;
    }
  }
}
