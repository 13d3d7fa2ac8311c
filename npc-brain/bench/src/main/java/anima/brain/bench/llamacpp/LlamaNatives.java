package anima.brain.bench.llamacpp;

import anima.fetch.Download;
import anima.fetch.FetchException;
import anima.fetch.FetchListener;
import anima.fetch.FetchRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Keeps the natives of a {@link LlamaPackage} in a folder, fetched once. */
public final class LlamaNatives {
  /** Largest sum of the files; the archives hold up to 40 MB. */
  private static final long UNPACKED_BYTES_MAX = 200L << 20;

  private static final Pattern LIBRARY = Pattern.compile("package/bins/[^/]+/([\\w.-]+)");

  private final LlamaPackage wanted;
  private final Path folder;

  public LlamaNatives(LlamaPackage wanted, Path cacheFolder) {
    this.wanted = wanted;
    this.folder = cacheFolder.resolve("llama.cpp-%s-%s".formatted(wanted.name(), wanted.version()));
  }

  /** The folder of the natives, when they are here already. */
  public Optional<Path> present() {
    return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
  }

  /** Fetches what is missing and returns the folder of the natives. */
  public Path fetch(FetchListener listener, BooleanSupplier cancelled)
      throws IOException, FetchException {
    if (present().isPresent()) {
      return folder;
    }
    Path cache = folder.toAbsolutePath().getParent();
    Files.createDirectories(cache);
    Path archive = Files.createTempFile(cache, "llama.cpp-", ".tgz");
    Path unpacked = Files.createTempDirectory(cache, "llama.cpp-");
    try {
      FetchRequest request =
          FetchRequest.of(wanted.address(), wanted.bytes())
              .withBytes(wanted.bytes())
              .withSha256(Optional.of(wanted.sha256()));
      new Download(request, archive, listener, cancelled).run();
      unpack(archive, unpacked);
      takePlace(unpacked);
      return folder;
    } finally {
      Files.deleteIfExists(archive);
    }
  }

  /** Another program may have been faster; its copy is as good. */
  private void takePlace(Path unpacked) throws IOException {
    try {
      Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      if (present().isEmpty()) {
        throw e;
      }
    }
  }

  private static void unpack(Path archive, Path into) throws IOException {
    long bytes = 0;
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Matcher library = LIBRARY.matcher(entry.getName());
        if (!entry.isFile() || !library.matches()) {
          continue;
        }
        bytes += entry.getSize();
        if (bytes > UNPACKED_BYTES_MAX) {
          throw new IOException(archive + " unpacks to more than " + UNPACKED_BYTES_MAX + " bytes");
        }
        Files.copy(tar, into.resolve(library.group(1)));
      }
    }
  }
}
