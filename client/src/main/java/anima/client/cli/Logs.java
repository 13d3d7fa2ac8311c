package anima.client.cli;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Where the program's log goes: a file in the world's folder, and warnings to the error stream. */
final class Logs {
  /** Read by logback.xml when the first logger is made. */
  private static final String FILE_PROPERTY = "anima.log.file";

  private Logs() {}

  /** Names the file; to be called before anything logs. */
  static void to(Path folder) {
    System.setProperty(FILE_PROPERTY, folder.resolve("anima.log").toString());
  }

  static void note(Exception failure) {
    LoggerFactory.getLogger(Logs.class).info("A command failed.", failure);
  }
}
