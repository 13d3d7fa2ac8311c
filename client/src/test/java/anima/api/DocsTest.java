package anima.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/api.md, taken from there, compiled and run with the model that ships. */
class DocsTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void the_example_of_the_page_runs_and_prints_answers() throws Exception {
    String page = Files.readString(Path.of("../docs/api.md"));
    Matcher block = BLOCK.matcher(page);
    assertThat(block.find()).isTrue();
    List<String> printed = run(block.group(1));
    assertThat(printed).hasSizeGreaterThanOrEqualTo(3);
    assertThat(printed.get(0)).isNotBlank();
    assertThat(String.join("\n", printed)).contains("heard: Do you know my name?");
  }

  private List<String> run(String example) throws Exception {
    int code = example.indexOf("try (");
    Path source =
        Files.writeString(
            folder.resolve("Example.java"),
            example.substring(0, code)
                + "public class Example { public static void main(String[] args) {\n"
                + example.substring(code)
                + "} }");
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(failures).isZero();
    return printedBy(folder.toUri().toURL());
  }

  private static List<String> printedBy(URL classes)
      throws ReflectiveOperationException, IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes})) {
      Object arguments = new String[0];
      loader.loadClass("Example").getMethod("main", String[].class).invoke(null, arguments);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
