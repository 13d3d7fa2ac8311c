package anima.tests.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The {@code anima} program in a process of its own, as a user starts it. Output and errors are
 * read line by line by a thread of this object; {@code lines} is guarded by itself.
 */
final class AnimaProgram implements AutoCloseable {
  /** How long anything may take on a loaded machine before a test gives up. */
  static final int PATIENCE_SECONDS = 180;

  private final Process process;
  private final Writer input;
  private final List<String> lines = new ArrayList<>();
  private final Thread reader;

  private AnimaProgram(Process process) {
    this.process = process;
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    this.reader = new Thread(this::read, "anima-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts it with a home folder of its own, so that nothing of the user is touched. */
  static AnimaProgram start(Path home, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(
        List.of(
            "-Xmx1500m",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Doffline=true",
            "anima.client.cli.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("DISPLAY");
    builder
        .environment()
        .put(
            "CLASSPATH",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    builder.environment().put("ANIMA_HOME", home.toString());
    builder.environment().put("LANG", "C.UTF-8");
    builder.environment().putAll(environment);
    return new AnimaProgram(builder.start());
  }

  /** Runs it over a script on standard input to its end. */
  static Finished run(Path home, String script, String... arguments) throws IOException {
    try (AnimaProgram program = start(home, Map.of(), arguments)) {
      program.type(script);
      program.input.close();
      return program.finish();
    }
  }

  /** What a finished run left: exit code and all lines of output. */
  record Finished(int exitCode, List<String> lines) {
    String text() {
      return String.join("\n", lines);
    }
  }

  void type(String text) throws IOException {
    input.write(text);
    input.flush();
  }

  /** Waits until a line of the output is as wanted. */
  String awaitLine(String what, Predicate<String> wanted) {
    String[] found = {""};
    await(
        what,
        () -> {
          for (String line : lines()) {
            if (wanted.test(line)) {
              found[0] = line;
              return true;
            }
          }
          return false;
        });
    return found[0];
  }

  /** Waits until something has come true while the program runs. */
  void await(String what, BooleanSupplier happened) {
    if (!awaits(PATIENCE_SECONDS, happened)) {
      throw new AssertionError("waited in vain for " + what + "; output:\n" + text());
    }
  }

  /** Whether something comes true within some time, while the program runs. */
  boolean awaits(int seconds, BooleanSupplier happened) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        return happened.getAsBoolean();
      }
      pause();
    }
    return true;
  }

  Finished finish() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the program does not end; output:\n" + text());
      }
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Finished(process.exitValue(), lines());
  }

  /** Asks it to end, as a closed terminal does, and waits until it has. */
  void stop() {
    process.destroy();
    finish();
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  String text() {
    return String.join("\n", lines());
  }

  private void pause() {
    synchronized (lines) {
      try {
        lines.wait(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void read() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        synchronized (lines) {
          lines.add(line);
          lines.notifyAll();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
