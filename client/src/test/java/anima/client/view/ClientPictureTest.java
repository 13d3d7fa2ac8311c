package anima.client.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One real window on a display of its own: what is drawn, and what keys do. */
class ClientPictureTest {
  private static final long PATIENCE_MINUTES = 8;
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;

  @TempDir private Path folder;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> heard = new ArrayList<>();

  @Test
  void a_person_walks_and_talks_and_sees_what_is_said_in_chinese() throws Exception {
    try (XServer server = XServer.start(WIDTH, HEIGHT)) {
      Process client = open(server);
      try (PrintStream orders =
          new PrintStream(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
        await(line -> line.equals("OPENED"));
        server.xdotool("keydown", "w");
        await(line -> line.startsWith("SUBMITTED Walk"));
        server.xdotool("keyup", "w");
        frames(3);
        server.xdotool("key", "Return");
        frames(3);
        server.xdotool("type", "hello");
        frames(3);
        server.xdotool("key", "Return");
        await(line -> line.startsWith("SUBMITTED Say") && line.contains("text=hello"));
        orders.println("say 你好，港湾村欢迎你");
        await(line -> line.equals("HEARD 你好，港湾村欢迎你"));
        Path file = folder.resolve("picture.png");
        orders.println("picture " + file);
        await(line -> line.equals("PICTURE "));
        orders.println("close");
        await(line -> line.startsWith("OUTCOME"));
        assertThat(client.waitFor()).isZero();
        examine(ImageIO.read(file.toFile()));
      } finally {
        client.destroyForcibly();
      }
    }
  }

  private Process open(XServer server) throws IOException {
    Path place = Path.of("../assets/src/main/resources/anima/places/haven.json");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-cp",
            System.getProperty("java.class.path"),
            PictureMain.class.getName(),
            place.toString(),
            "" + WIDTH,
            "" + HEIGHT);
    builder.environment().put("DISPLAY", server.display());
    builder.environment().put("LIBGL_ALWAYS_SOFTWARE", "1");
    builder.redirectErrorStream(true);
    Process process = builder.start();
    Thread reader = new Thread(() -> read(process), "lines of the client");
    reader.setDaemon(true);
    reader.start();
    return process;
  }

  private void read(Process process) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      in.lines().forEach(lines::add);
    } catch (IOException e) {
      lines.add("READER " + e.getMessage());
    }
    lines.add("END");
  }

  private void await(Predicate<String> wanted) throws InterruptedException {
    String line = "";
    while (!wanted.test(line)) {
      String next = lines.poll(PATIENCE_MINUTES, TimeUnit.MINUTES);
      assertThat(next).as("what the client printed: %s", heard).isNotNull().isNotEqualTo("END");
      line = next;
      if (!line.equals("FRAME")) {
        heard.add(line);
      }
    }
  }

  private void frames(int count) throws InterruptedException {
    lines.clear();
    for (int i = 0; i < count; i++) {
      await(line -> line.equals("FRAME"));
    }
  }

  private static void examine(BufferedImage picture) {
    Set<Integer> colours = new HashSet<>();
    int paper = 0;
    int ink = 0;
    for (int y = 1; y < picture.getHeight(); y++) {
      for (int x = 1; x < picture.getWidth(); x++) {
        int rgb = picture.getRGB(x, y) & 0xFFFFFF;
        colours.add(rgb);
        boolean wasPaper = isPaper(picture.getRGB(x - 1, y));
        paper += isPaper(rgb) ? 1 : 0;
        ink += wasPaper && !isPaper(rgb) && (rgb & 255) < 0xC0 ? 1 : 0;
      }
    }
    assertThat(colours).as("colours of the picture").hasSizeGreaterThan(4000);
    assertThat(paper).as("pixels of the speech bubble").isGreaterThan(900);
    assertThat(ink).as("edges of letters in the bubble").isGreaterThan(120);
  }

  /** Whether a pixel has the colour of the bubbles' panel. */
  private static boolean isPaper(int rgb) {
    int red = (rgb >> 16) & 255;
    int green = (rgb >> 8) & 255;
    int blue = rgb & 255;
    return red > 232 && green > 226 && blue > 208 && red - blue > 8 && red - blue < 30;
  }
}
