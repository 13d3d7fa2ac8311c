package anima.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources themselves must keep. */
class SourceTest {
  private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
  private static final int LINES_MAX = 500;

  @Test
  void no_source_file_is_longer_than_five_hundred_lines() throws IOException {
    assertThat(mainSources(file -> lines(file).size() > LINES_MAX)).isEmpty();
  }

  @Test
  void every_package_says_its_purpose_and_is_null_marked() throws IOException {
    assertThat(
            mainSources(
                file -> {
                  Path info = file.resolveSibling("package-info.java");
                  return !Files.exists(info)
                      || lines(info).stream().noneMatch(line -> line.startsWith("@NullMarked"));
                }))
        .isEmpty();
  }

  @Test
  void nothing_is_left_to_be_done_later() throws IOException {
    assertThat(
            mainSources(
                file ->
                    lines(file).stream()
                        .anyMatch(line -> line.matches(".*\\b(TODO|FIXME|XXX)\\b.*"))))
        .isEmpty();
  }

  private static List<Path> mainSources(Predicate<Path> offends) throws IOException {
    try (Stream<Path> files = Files.walk(HOUSE)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/main/"))
          .filter(offends)
          .map(HOUSE::relativize)
          .toList();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
