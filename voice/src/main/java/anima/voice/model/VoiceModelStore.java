package anima.voice.model;

import anima.voice.VoiceException;
import anima.voice.VoiceFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * The user's folder of voice models. A model appears in it whole or not at all: fetched to {@code
 * NAME.zip.part}, compared with its hash, unpacked and checked beside its place, then moved there.
 * Any thread; one installation of a model at a time, also among several programs.
 */
public final class VoiceModelStore {
  /** Largest archive, and all its files unpacked. */
  static final long ARCHIVE_BYTES_MAX = 300L << 20;

  static final long FOLDER_BYTES_MAX = 600L << 20;

  /** Says whether an unpacked folder is a model that the recogniser can read. */
  @FunctionalInterface
  public interface FolderCheck {
    void check(Path folder) throws VoiceException;
  }

  private final Path root;
  private final FolderCheck check;

  public VoiceModelStore(Path root, FolderCheck check) {
    this.root = root.toAbsolutePath().normalize();
    this.check = check;
  }

  /** The model's folder, if it has been installed. */
  public Optional<Path> installed(VoiceModel model) {
    Path folder = root.resolve(model.name());
    return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
  }

  /**
   * Fetches a model unless it is there. Blocks for as long as the download takes.
   *
   * @param cancelled asked while bytes arrive; what has arrived is kept
   */
  public Path install(VoiceModel model, InstallListener listener, BooleanSupplier cancelled)
      throws VoiceException {
    Optional<Path> present = installed(model);
    if (present.isPresent()) {
      return present.get();
    }
    try {
      Files.createDirectories(root);
      try (FileChannel lockFile =
          FileChannel.open(
              root.resolve(model.name() + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        lock(lockFile, model);
        return installLocked(model, listener, cancelled);
      }
    } catch (IOException e) {
      throw new VoiceException(
          VoiceFault.STORE_UNWRITABLE,
          root.toString(),
          e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  /** Locks until the channel is closed. */
  private static void lock(FileChannel channel, VoiceModel model)
      throws IOException, VoiceException {
    boolean locked;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      locked = false; // another thread of this program holds it
    }
    if (!locked) {
      throw new VoiceException(VoiceFault.STORE_IN_USE, model.name());
    }
  }

  private Path installLocked(VoiceModel model, InstallListener listener, BooleanSupplier cancelled)
      throws IOException, VoiceException {
    Optional<Path> meanwhile = installed(model);
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    Path archive = root.resolve(model.name() + ".zip.part");
    String sha256 =
        new ArchiveDownload(
                model.address(), archive, ARCHIVE_BYTES_MAX, expected(model), listener, cancelled)
            .run();
    listener.unpacking();
    Path place = unpack(model, archive);
    if (model.sha256().isEmpty() && !Files.exists(pin(model))) {
      Files.writeString(pin(model), sha256 + "\n");
      listener.pinned(sha256);
    }
    return place;
  }

  private Path unpack(VoiceModel model, Path archive) throws IOException, VoiceException {
    Path unpacked = root.resolve(model.name() + ".unpacking");
    delete(unpacked);
    Files.createDirectories(unpacked);
    try {
      Archive.unpack(archive, unpacked, FOLDER_BYTES_MAX);
      Path folder = single(unpacked);
      check.check(folder);
      Path place = root.resolve(model.name());
      Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
      return place;
    } catch (Archive.UnfitException | ZipException e) {
      throw new VoiceException(
          VoiceFault.ARCHIVE_UNFIT, archive.toString(), String.valueOf(e.getMessage()));
    } finally {
      delete(unpacked);
      Files.deleteIfExists(archive);
    }
  }

  /** The hash that the archive must have, if any is known. */
  private Optional<String> expected(VoiceModel model) throws IOException {
    if (model.sha256().isEmpty() && Files.exists(pin(model))) {
      return Optional.of(Files.readString(pin(model)).strip());
    }
    return model.sha256();
  }

  /** Where the hash of the first download is kept. */
  private Path pin(VoiceModel model) {
    return root.resolve(model.name() + ".sha256");
  }

  /** Publishers put all into one folder; we take it out. */
  private static Path single(Path unpacked) throws IOException {
    try (Stream<Path> children = Files.list(unpacked)) {
      List<Path> all = children.limit(2).toList();
      return all.size() == 1 && Files.isDirectory(all.get(0)) ? all.get(0) : unpacked;
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
