package anima.brain.llm.model;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The memory that a model is going to take, to be compared with what there is before any of it is
 * allocated.
 *
 * @param weightBytes its matrices in the formats they are held in
 * @param cacheBytes keys and values of all sessions
 */
public record MemoryNeed(long weightBytes, long cacheBytes) {
  private static final double BYTES_PER_GB = 1e9;

  public MemoryNeed {
    if (weightBytes < 0 || cacheBytes < 0) {
      throw new IllegalArgumentException("negative: " + weightBytes + ", " + cacheBytes);
    }
  }

  public long bytes() {
    return weightBytes + cacheBytes;
  }

  /** Refuses what does not fit. */
  public void check(Path model, MemoryRoom room) throws ModelException {
    if (bytes() > room.javaBytes()) {
      throw new ModelException(
          ModelFault.MEMORY, model, text(bytes()) + " > " + text(room.javaBytes()));
    }
    if (bytes() > room.machineBytes()) {
      throw new ModelException(
          ModelFault.MACHINE_MEMORY, model, text(bytes()), text(room.machineBytes()));
    }
  }

  private static String text(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", Math.max(0, bytes) / BYTES_PER_GB);
  }
}
