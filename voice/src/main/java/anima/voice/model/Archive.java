package anima.voice.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks a zip archive that we do not trust: nothing lands outside the folder, nothing floods it.
 */
final class Archive {
  static final int ENTRIES_MAX = 1_000;
  private static final int CHUNK_BYTES = 64 << 10;

  private Archive() {}

  /** What is wrong with an archive, in half a sentence. */
  static final class UnfitException extends Exception {
    private static final long serialVersionUID = 1;

    UnfitException(String message) {
      super(message);
    }
  }

  /**
   * Unpacks into an empty folder.
   *
   * @param bytesMax most bytes of all files together, counted as they are written: an archive may
   *     lie about its sizes
   */
  static void unpack(Path archive, Path folder, long bytesMax) throws IOException, UnfitException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      if (zip.size() > ENTRIES_MAX) {
        throw new UnfitException("it has more than " + ENTRIES_MAX + " entries");
      }
      long left = bytesMax;
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        Path target = inside(folder, entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          left -= write(zip, entry, target, left);
        }
      }
    }
  }

  private static Path inside(Path folder, String name) throws UnfitException {
    Path target = folder.resolve(name).normalize();
    if (name.indexOf('\\') >= 0 || !target.startsWith(folder)) {
      throw new UnfitException("an entry points outside of it");
    }
    return target;
  }

  private static long write(ZipFile zip, ZipEntry entry, Path target, long bytesMax)
      throws IOException, UnfitException {
    byte[] chunk = new byte[CHUNK_BYTES];
    long done = 0;
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        done += count;
        if (done > bytesMax) {
          throw new UnfitException("it is larger than a voice model may be");
        }
        out.write(chunk, 0, count);
      }
    }
    return done;
  }
}
