package anima.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a file fits on the disk, asked before its first byte is written. */
public final class FreeRoom {
  private FreeRoom() {}

  /**
   * Checks the disk of a folder.
   *
   * @param folder exists
   */
  public static void check(Path folder, long neededBytes) throws FetchException {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < neededBytes) {
        throw new FetchException(
            FetchFault.DISK_FULL, folder, megabytes(neededBytes), megabytes(free));
      }
    } catch (IOException e) {
      throw new FetchException(
          FetchFault.UNWRITABLE, folder, e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  static String megabytes(long bytes) {
    return String.valueOf((bytes >> 20) + ((bytes & 0xfffff) == 0 ? 0 : 1));
  }
}
