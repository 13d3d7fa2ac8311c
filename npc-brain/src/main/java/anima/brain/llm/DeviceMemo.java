package anima.brain.llm;

import anima.brain.llm.engine.GpuNatives;
import anima.brain.llm.engine.NvidiaDriver;
import anima.brain.llm.model.ModelFolder;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * What probes found out, kept in a file so that each model is tried once on a machine. Another
 * driver, runtime or model makes it another question; as not every system tells its driver, an
 * answer is also forgotten after a while. Owned by one thread; programs may share the file.
 */
final class DeviceMemo {
  private static final int ENTRIES_MAX = 256;
  private static final Duration AGE_MAX = Duration.ofDays(30);

  private final Path file;
  private final Clock clock;

  DeviceMemo(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  Optional<DeviceSpeeds> find(String question) {
    String entry = read().getProperty(question, "");
    String[] parts = entry.split(" ", 2);
    try {
      long age = clock.millis() - Long.parseLong(parts[0]);
      return age < AGE_MAX.toMillis()
          ? Optional.of(DeviceSpeeds.parse(parts[1]))
          : Optional.empty();
    } catch (RuntimeException damagedOrMissing) {
      return Optional.empty();
    }
  }

  /** Keeps an answer; when the file is full, all others are forgotten. */
  void keep(String question, DeviceSpeeds speeds) {
    Properties entries = read();
    if (entries.size() >= ENTRIES_MAX) {
      entries.clear();
    }
    entries.setProperty(question, clock.millis() + " " + speeds.print());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        entries.store(out, null);
      }
    } catch (IOException e) {
      // Then the next start asks again.
    }
  }

  private Properties read() {
    Properties entries = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        entries.load(in);
      } catch (IOException | IllegalArgumentException damaged) {
        entries.clear();
      }
    }
    return entries;
  }

  /** What the answer depends on. */
  static String question(ModelFolder folder, LlmOptions options) {
    return String.join(
        "|",
        folder.path().toAbsolutePath().toString(),
        Long.toString(folder.path().toFile().lastModified()),
        Long.toString(folder.config().parameters()),
        options.weights() + "," + options.prefill() + "," + options.threads(),
        GpuNatives.version(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        NvidiaDriver.find().orElse(""));
  }
}
