package anima.brain.store;

import anima.fetch.FetchListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads a file once, hashing it, with or without copying it. */
final class HashedCopy {
  private static final int CHUNK_BYTES = 256 << 10;

  private HashedCopy() {}

  /** Copies a file; returns its SHA-256, empty if cancelled. */
  static Optional<String> of(
      Path from, Path part, Path target, FetchListener listener, BooleanSupplier cancelled)
      throws IOException {
    Optional<String> hash;
    try (OutputStream out = Files.newOutputStream(part)) {
      hash = read(from, out, listener, cancelled);
    }
    if (hash.isPresent()) {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return hash;
  }

  /** The SHA-256 of a file, empty if cancelled. */
  static Optional<String> hash(Path file, FetchListener listener, BooleanSupplier cancelled)
      throws IOException {
    return read(file, OutputStream.nullOutputStream(), listener, cancelled);
  }

  private static Optional<String> read(
      Path from, OutputStream out, FetchListener listener, BooleanSupplier cancelled)
      throws IOException {
    MessageDigest digest = Digests.sha256();
    long total = Files.size(from);
    long done = 0;
    byte[] chunk = new byte[CHUNK_BYTES];
    try (InputStream in = Files.newInputStream(from)) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        if (cancelled.getAsBoolean()) {
          return Optional.empty();
        }
        out.write(chunk, 0, count);
        digest.update(chunk, 0, count);
        done += count;
        listener.progress(done, total);
      }
    }
    return Optional.of(HexFormat.of().formatHex(digest.digest()));
  }
}
