package anima.sync.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who a person is at each server or world, kept on their own machine: a file that only they may
 * read (0600), with a line {@code token where} for each. Guarded by its monitor.
 */
public final class Identities {
  /** Places remembered; the oldest is forgotten first. */
  static final int LINES_MAX = 1_000;

  private final Path file;

  public Identities(Path file) {
    this.file = file;
  }

  /**
   * The token given there before.
   *
   * @param where address of a server, or folder of a world, and the visitor's name
   */
  public synchronized Optional<String> token(String where) throws IOException {
    return Optional.ofNullable(read().get(key(where)));
  }

  /** Remembers the token of a session for the next visit. */
  public synchronized void remember(String where, String token) throws IOException {
    Map<String, String> tokens = read();
    if (token.equals(tokens.put(key(where), token))) {
      return;
    }
    while (tokens.size() > LINES_MAX) {
      tokens.remove(tokens.keySet().iterator().next());
    }
    StringBuilder text = new StringBuilder();
    tokens.forEach((place, secret) -> text.append(secret).append(' ').append(place).append('\n'));
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    OwnerOnly.write(file, text.toString());
  }

  private Map<String, String> read() throws IOException {
    Map<String, String> tokens = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.split(" ", 2);
        if (parts.length == 2) {
          tokens.put(parts[1], parts[0]);
        }
      }
    }
    return tokens;
  }

  private static String key(String where) {
    return where.replaceAll("\\R", " ");
  }
}
