package anima.brain.llm.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds NVIDIA's driver, without which CUDA does not work. */
public final class NvidiaDriver {
  private static final Path LINUX = Path.of("/proc/driver/nvidia/version");
  private static final Pattern VERSION = Pattern.compile("\\b\\d{3,4}(\\.\\d+)+\\b");

  private NvidiaDriver() {}

  /** Its version, or that it is there; empty when there is none. */
  public static Optional<String> find() {
    String windows = System.getenv("SystemRoot");
    if (windows != null && Files.exists(Path.of(windows, "System32", "nvcuda.dll"))) {
      return Optional.of("nvcuda.dll");
    }
    try {
      return Files.exists(LINUX) ? Optional.of(version(Files.readString(LINUX))) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static String version(String text) {
    Matcher matcher = VERSION.matcher(text);
    return matcher.find() ? matcher.group() : "of unknown version";
  }
}
