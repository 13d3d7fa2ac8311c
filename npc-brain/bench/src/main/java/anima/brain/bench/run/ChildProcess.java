package anima.brain.bench.run;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A child process with our own class path, which is asked and answers line by line. It ends when it
 * is closed, when its input ends, or with us. Owned by one thread.
 */
final class ChildProcess implements AutoCloseable {
  private static final int ERROR_LINES_MAX = 20;
  private static final int LINES_MAX = 1_000;
  private static final int END_SECONDS_MAX = 5;

  /** Stands for the end of the output. */
  private static final String END = "\u0000";

  private final Process process;
  private final Writer in;
  private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(LINES_MAX);

  /** The last lines of its error stream. Guarded by itself. */
  private final Deque<String> errors = new ArrayDeque<>();

  private final Thread killer;

  private ChildProcess(Process process) {
    this.process = process;
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.killer = new Thread(process::destroyForcibly, "end-of-child");
    Runtime.getRuntime().addShutdownHook(killer);
    daemon("child-out", this::readLines);
    daemon("child-err", this::readErrors);
  }

  /** Starts a main class of ours. */
  static ChildProcess start(Class<?> program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Doffline=true");
    command.add("--add-modules");
    command.add("jdk.incubator.vector");
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add(program.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("ORT_DISABLE_TELEMETRY", "1");
    builder.directory(new File(".").getAbsoluteFile());
    return new ChildProcess(builder.start());
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits while we are behind: nothing may be lost. */
  private void readLines() {
    try (BufferedReader reader = reader(process.getInputStream())) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.put(line);
      }
      lines.put(END);
    } catch (IOException e) {
      boolean fits = lines.offer(END);
      keepError("its output cannot be read%s: %s".formatted(fits ? "" : " to its end", e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readErrors() {
    try (BufferedReader reader = reader(process.getErrorStream())) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        keepError(line);
      }
    } catch (IOException e) {
      keepError("its errors cannot be read: " + e);
    }
  }

  private static BufferedReader reader(InputStream stream) {
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  private void keepError(String line) {
    synchronized (errors) {
      if (errors.size() == ERROR_LINES_MAX) {
        errors.removeFirst();
      }
      errors.addLast(line);
    }
  }

  /** Sends a line. */
  void send(String line) throws ChildException {
    try {
      in.write(line);
      in.write('\n');
      in.flush();
    } catch (IOException e) {
      throw new ChildException(ending());
    }
  }

  /** Waits for the first line that means something; others are noise of libraries. */
  <T> T await(Function<String, Optional<T>> parser, double secondsMax)
      throws ChildException, InterruptedException {
    long end = System.nanoTime() + (long) (secondsMax * 1e9);
    while (true) {
      String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (line == null) {
        close();
        throw new ChildException("no answer within %.0f s".formatted(secondsMax));
      }
      if (line.equals(END)) {
        throw new ChildException(ending());
      }
      Optional<T> answer = parser.apply(line);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
  }

  /** How it ended, with its last words. */
  private String ending() {
    String words;
    synchronized (errors) {
      words = errors.isEmpty() ? "it said nothing" : errors.getLast();
    }
    try {
      return process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)
          ? "the process ended with %d: %s".formatted(process.exitValue(), words)
          : "the process closed its output: " + words;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    try {
      in.close();
      if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    removeKiller();
  }

  private void removeKiller() {
    try {
      Runtime.getRuntime().removeShutdownHook(killer);
    } catch (IllegalStateException e) {
      // We are ending, and the hook does its work.
      process.destroyForcibly();
    }
  }
}
