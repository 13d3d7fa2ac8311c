package anima.brain.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Holds one model against other programs and threads while it is added or removed. The system frees
 * it when its program dies.
 */
final class StoreLock {
  private StoreLock() {}

  /** What is done under the lock. */
  interface Work<T> {
    T run() throws IOException, StoreException;
  }

  /**
   * Does something while nobody else does anything with the model, or refuses at once.
   *
   * @param file stays, so that all programs lock the same
   */
  static <T> T holding(Path file, ModelName name, Work<T> work) throws IOException, StoreException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (!isLocked(channel)) {
        throw new StoreException(StoreFault.IN_USE, name);
      }
      return work.run();
    }
  }

  /** Locks until the channel is closed. */
  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // another thread of this program holds it
    }
  }
}
