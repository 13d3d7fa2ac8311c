package anima.brain.llm.engine;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Takes named files out of a tar. Nothing of the archive decides where a file goes: its entries are
 * only compared with the wanted paths.
 */
final class TarArchive {
  /** More entries than any archive that we read has: a bomb ends here. */
  private static final int ENTRIES_MAX = 100_000;

  private TarArchive() {}

  /** Unpacks a {@code .tgz}. */
  static void unpack(Path archive, List<PackedFile> wanted, Path folder) throws IOException {
    try (InputStream tar =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
      unpack(tar, wanted, folder);
    }
  }

  /**
   * Unpacks.
   *
   * @param archive a tar; is closed
   * @param folder exists; afterwards it holds the wanted files
   * @throws IOException also when one is missing or is not the expected one
   */
  static void unpack(InputStream archive, List<PackedFile> wanted, Path folder) throws IOException {
    Map<String, PackedFile> missing = new HashMap<>();
    wanted.forEach(file -> missing.put(file.entry(), file));
    try (TarArchiveInputStream tar = new TarArchiveInputStream(archive)) {
      for (int i = 0; i < ENTRIES_MAX && !missing.isEmpty(); i++) {
        TarArchiveEntry entry = tar.getNextEntry();
        if (entry == null) {
          break;
        }
        PackedFile file = entry.isFile() ? missing.remove(entry.getName()) : null;
        if (file != null) {
          write(tar, entry.getSize(), file, folder);
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new IOException("the archive lacks " + missing.keySet());
    }
  }

  private static void write(InputStream tar, long bytes, PackedFile file, Path folder)
      throws IOException {
    if (bytes != file.bytes()) {
      throw new IOException("%s has %d bytes, not %d".formatted(file.entry(), bytes, file.bytes()));
    }
    MessageDigest digest = sha256();
    try (OutputStream out =
        new DigestOutputStream(Files.newOutputStream(folder.resolve(file.name())), digest)) {
      tar.transferTo(out);
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
      throw new IOException(file.entry() + " is not the expected file");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
