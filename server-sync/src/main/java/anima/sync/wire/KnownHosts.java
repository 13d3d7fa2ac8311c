package anima.sync.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The certificates that servers showed when we first met them: a file with a line {@code host:port
 * sha256} for each. A server that shows another one is not talked to.
 */
public final class KnownHosts {
  /** Servers remembered; more are refused until the file is tidied. */
  static final int LINES_MAX = 10_000;

  private final Path file;

  public KnownHosts(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /** Remembers a server met for the first time; says whether the certificate is the one known. */
  synchronized boolean knows(String hostAndPort, X509Certificate certificate)
      throws IOException, GeneralSecurityException {
    String print = fingerprint(certificate);
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    Optional<String> known =
        lines.stream()
            .map(line -> line.split(" ", 2))
            .filter(parts -> parts.length == 2 && parts[0].equals(hostAndPort))
            .map(parts -> parts[1].trim())
            .findFirst();
    if (known.isPresent()) {
      return MessageDigest.isEqual(
          known.get().getBytes(java.nio.charset.StandardCharsets.UTF_8),
          print.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    if (lines.size() >= LINES_MAX) {
      throw new IOException(file + " remembers " + LINES_MAX + " servers already");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(
        file,
        hostAndPort + " " + print + System.lineSeparator(),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    return true;
  }

  static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
  }
}
