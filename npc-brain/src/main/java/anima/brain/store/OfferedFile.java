package anima.brain.store;

import java.util.Optional;

/**
 * A file that a source offers.
 *
 * @param path within the source, with {@code /}; nothing that leaves its folder
 * @param bytes its exact size
 * @param sha256 in lower-case hexadecimal, where the source states it
 * @param gitSha1 the Git hash of its content, where the source states only that
 */
public record OfferedFile(
    String path, long bytes, Optional<String> sha256, Optional<String> gitSha1) {
  private static final int PATH_LENGTH_MAX = 256;

  public OfferedFile {
    if (!isSafe(path) || bytes < 0) {
      throw new IllegalArgumentException("unfit file: " + path + ", " + bytes);
    }
  }

  /** A relative path that stays inside and is a name on every system. */
  static boolean isSafe(String path) {
    if (path.isEmpty() || path.length() > PATH_LENGTH_MAX || path.matches(".*[\\\\:\\p{Cc}].*")) {
      return false;
    }
    for (String part : path.split("/", -1)) {
      if (part.isBlank() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return true;
  }

  /** The last part of the path; the name that it gets in the model's folder. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  boolean isAtRoot() {
    return path.indexOf('/') < 0;
  }
}
