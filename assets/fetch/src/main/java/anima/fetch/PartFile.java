package anima.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What has arrived of a file so far. Which version of the file it belongs to (its ETag or date) is
 * kept beside it. The hash runs along with the writing; after a restart the part is read once.
 * Owned by the thread that fetches.
 */
final class PartFile {
  private static final int CHUNK_BYTES = 64 << 10;

  private final Path part;
  private final Path tag;
  private MessageDigest digest = sha256();
  private long hashedBytes;

  PartFile(Path part) {
    this.part = part;
    this.tag = part.resolveSibling(part.getFileName() + ".tag");
  }

  Path folder() {
    Path folder = part.toAbsolutePath().getParent();
    return folder == null ? part : folder;
  }

  long bytes() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /** The version of what is there; empty when there is nothing to go on from. */
  Optional<String> version() throws IOException {
    if (bytes() == 0 || !Files.exists(tag)) {
      return Optional.empty();
    }
    String version = Files.readString(tag, StandardCharsets.ISO_8859_1).strip();
    return version.isEmpty() ? Optional.empty() : Optional.of(version);
  }

  /** Keeps the version of what now arrives; without one there is no going on. */
  void remember(Optional<String> version) throws WriteFailure {
    try {
      if (version.isEmpty()) {
        Files.deleteIfExists(tag);
      } else {
        Files.writeString(tag, version.get(), StandardCharsets.ISO_8859_1);
      }
    } catch (IOException e) {
      throw new WriteFailure(e);
    }
  }

  /** Opens it for the bytes from a place on, which is its end or 0. */
  OutputStream open(long from) throws WriteFailure {
    try {
      hashUpTo(from);
      OutputStream out =
          from > 0
              ? Files.newOutputStream(part, StandardOpenOption.WRITE, StandardOpenOption.APPEND)
              : Files.newOutputStream(part);
      return new Hashing(out);
    } catch (IOException e) {
      throw new WriteFailure(e);
    }
  }

  /** The hash of all that is there. */
  Fetched finish() throws IOException {
    long bytes = bytes();
    hashUpTo(bytes);
    Files.deleteIfExists(tag);
    String hash = HexFormat.of().formatHex(digest.digest());
    hashedBytes = 0;
    return new Fetched(bytes, hash);
  }

  void delete() throws IOException {
    Files.deleteIfExists(tag);
    Files.deleteIfExists(part);
  }

  /** Gives it its name; until then nobody may take it for whole, even if the power fails. */
  void moveTo(Path target) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void hashUpTo(long bytes) throws IOException {
    if (hashedBytes == bytes && bytes > 0) {
      return;
    }
    digest = sha256();
    hashedBytes = 0;
    if (bytes == 0) {
      return;
    }
    byte[] chunk = new byte[CHUNK_BYTES];
    try (InputStream in = Files.newInputStream(part)) {
      while (hashedBytes < bytes) {
        int count = in.read(chunk, 0, (int) Math.min(chunk.length, bytes - hashedBytes));
        if (count < 0) {
          throw new IOException(part + " was changed by another program");
        }
        digest.update(chunk, 0, count);
        hashedBytes += count;
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Our disk, not the network: trying again does not help. */
  static final class WriteFailure extends IOException {
    private static final long serialVersionUID = 1;

    WriteFailure(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  private final class Hashing extends OutputStream {
    private final OutputStream out;

    private Hashing(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      try {
        out.write(bytes, from, count);
      } catch (IOException e) {
        throw new WriteFailure(e);
      }
      digest.update(bytes, from, count);
      hashedBytes += count;
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
