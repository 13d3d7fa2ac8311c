package anima.client.view;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A display of our own, on a number that it picks itself. */
final class XServer implements AutoCloseable {
  private final Process process;
  private final String display;

  private XServer(Process process, String display) {
    this.process = process;
    this.display = display;
  }

  static XServer start(int width, int height) throws IOException {
    requireProgram("Xvfb", "xvfb");
    requireProgram("xdotool", "xdotool");
    List<String> command =
        List.of(
            "Xvfb",
            "-displayfd",
            "1",
            "-screen",
            "0",
            width + "x" + height + "x24",
            "-nolisten",
            "tcp",
            "+extension",
            "GLX",
            "+render",
            "-noreset");
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String number = out.readLine();
    if (number == null) {
      throw new IllegalStateException("Xvfb ended before it told its display");
    }
    return new XServer(process, ":" + number.strip());
  }

  private static void requireProgram(String program, String debianPackage) throws IOException {
    try {
      if (new ProcessBuilder("which", program).start().waitFor() == 0) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException(
        "The picture test needs "
            + program
            + ": install the Debian package "
            + debianPackage
            + ".");
  }

  String display() {
    return display;
  }

  /** Presses keys and types text as a person would. */
  void xdotool(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("xdotool");
    builder.command().addAll(List.of(arguments));
    builder.environment().put("DISPLAY", display);
    if (builder.start().waitFor() != 0) {
      throw new IllegalStateException("xdotool failed: " + List.of(arguments));
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
