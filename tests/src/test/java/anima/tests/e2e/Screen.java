package anima.tests.e2e;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/** A display without a screen: an Xvfb of its own, and a keyboard and an eye on it. */
final class Screen implements AutoCloseable {
  /** From this grey on, of 255, a pixel belongs to a letter. */
  private static final int LETTERS_LIGHT = 200;

  private final Process server;
  private final String display;
  private final Path folder;

  private Screen(Process server, String display, Path folder) {
    this.server = server;
    this.display = display;
    this.folder = folder;
  }

  /** Starts it on a display number that is free; the folder holds its pixels. */
  static Screen start(Path folder, int width, int height) throws IOException {
    String size = width + "x" + height + "x24";
    ProcessBuilder builder =
        new ProcessBuilder(
                "Xvfb",
                "-displayfd",
                "1",
                "-screen",
                "0",
                size,
                "-fbdir",
                folder.toString(),
                "-nolisten",
                "tcp",
                "+extension",
                "GLX",
                "+render",
                "-noreset")
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Process server;
    try {
      server = builder.start();
    } catch (IOException e) {
      throw new AssertionError("A window in a test needs the Debian package xvfb", e);
    }
    BufferedReader number = server.inputReader(StandardCharsets.UTF_8);
    String line = number.readLine();
    if (line == null) {
      throw new AssertionError("Xvfb did not start");
    }
    return new Screen(server, ":" + line.strip(), folder);
  }

  /** Variables for the program that is to draw on it, by software and without sound. */
  Map<String, String> environment() {
    return Map.of("DISPLAY", display, "LIBGL_ALWAYS_SOFTWARE", "1", "ALSOFT_DRIVERS", "null");
  }

  /** Waits until a window whose title begins so is there, and gives it the keyboard. */
  void awaitWindow(String title) throws IOException {
    run("xdotool", "search", "--sync", "--onlyvisible", "--name", title, "windowfocus", "--sync");
  }

  /** Presses keys of the X keyboard, such as {@code Return}, one after the other. */
  void press(String... keys) throws IOException {
    xdotool("key", "--delay", "120", keys);
  }

  void type(String text) throws IOException {
    xdotool("type", "--delay", "60", text);
  }

  /** Holds a key down until {@link #release}. */
  void hold(String key) throws IOException {
    run("xdotool", "keydown", key);
  }

  void release(String key) throws IOException {
    run("xdotool", "keyup", key);
  }

  /**
   * What is on the screen now, from the X window dump that Xvfb keeps: a header of 32-bit
   * big-endian words (0: its size, 4 and 5: width and height, 12: bytes per line, 19: colours), the
   * colours in 12 bytes each, then blue, green, red and padding of each pixel.
   */
  BufferedImage picture() throws IOException {
    byte[] dump = Files.readAllBytes(folder.resolve("Xvfb_screen0"));
    ByteBuffer words = ByteBuffer.wrap(dump).order(ByteOrder.BIG_ENDIAN);
    int width = words.getInt(4 * 4);
    int height = words.getInt(4 * 5);
    int lineBytes = words.getInt(4 * 12);
    int begin = words.getInt(0) + 12 * words.getInt(4 * 19);
    ByteBuffer pixels = ByteBuffer.wrap(dump).order(ByteOrder.LITTLE_ENDIAN);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, pixels.getInt(begin + y * lineBytes + 4 * x) & 0xFFFFFF);
      }
    }
    return picture;
  }

  /** Saves what is on the screen now as a PNG file. */
  void save(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    ImageIO.write(picture(), "png", file.toFile());
  }

  /**
   * The words that optical character recognition reads on a part of the screen, in lower case.
   * Light letters over a picture are made black on white first.
   */
  String read(double left, double top, double width, double height) throws IOException {
    BufferedImage all = picture();
    BufferedImage part =
        all.getSubimage(
            (int) (left * all.getWidth()),
            (int) (top * all.getHeight()),
            (int) (width * all.getWidth()),
            (int) (height * all.getHeight()));
    int wide = 3 * part.getWidth();
    int high = 3 * part.getHeight();
    BufferedImage large = new BufferedImage(wide, high, BufferedImage.TYPE_BYTE_GRAY);
    large
        .createGraphics()
        .drawImage(part.getScaledInstance(wide, high, Image.SCALE_SMOOTH), 0, 0, null);
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        int light = large.getRaster().getSample(x, y, 0);
        large.getRaster().setSample(x, y, 0, light > LETTERS_LIGHT ? 0 : 255);
      }
    }
    Path file = folder.resolve("read.png");
    ImageIO.write(large, "png", file.toFile());
    return run("tesseract", file.toString(), "-", "--psm", "6").toLowerCase(Locale.ROOT);
  }

  private void xdotool(String verb, String option, String value, String... rest)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("xdotool", verb, option, value));
    command.addAll(List.of(rest));
    run(command.toArray(String[]::new));
  }

  private String run(String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("DISPLAY", display);
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + " failed");
      }
      return output;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  @Override
  public void close() {
    server.destroy();
    server.onExit().join();
  }
}
