package anima.brain.llm.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program of ours in a process of its own, so that a graphics driver that crashes or hangs
 * takes nothing else with it.
 *
 * @param environment variables to set besides those of this process
 * @param properties system properties of the child
 * @param timeout after which it is ended
 */
public record ChildJvm(
    Map<String, String> environment, Map<String, String> properties, Duration timeout) {
  /** Given to the child as it was to us: models are decoded with it. */
  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  /** Of what the child prints; what is beyond is read and forgotten. */
  private static final int OUTPUT_BYTES_MAX = 1 << 20;

  /** What a child has left behind. */
  public record Ended(int exitCode, String output) {}

  public static ChildJvm withTimeout(Duration timeout) {
    return new ChildJvm(Map.of(), Map.of(), timeout);
  }

  public ChildJvm withProperty(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(properties);
    more.put(name, value);
    return new ChildJvm(environment, more, timeout);
  }

  public ChildJvm withEnvironment(Map<String, String> variables) {
    return new ChildJvm(variables, properties, timeout);
  }

  /**
   * Runs a main class of this process's class path to its end.
   *
   * @throws EngineFault when it cannot be started or does not end in time
   */
  public Ended run(Class<?> main, String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(command(main, arguments));
    builder.redirectErrorStream(true);
    builder.environment().putAll(environment);
    // Not as an argument: Windows passes no more than 32,767 characters of them.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new EngineFault("no second Java can be started", e);
    }
    try {
      return await(process);
    } finally {
      process.destroyForcibly();
    }
  }

  private Ended await(Process process) {
    CompletableFuture<String> output =
        CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new EngineFault("no end after " + timeout.toSeconds() + " s");
      }
      return new Ended(process.exitValue(), output.join());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineFault("broken off", e);
    }
  }

  private static String read(InputStream in) {
    try (in) {
      String text = new String(in.readNBytes(OUTPUT_BYTES_MAX), StandardCharsets.UTF_8);
      in.transferTo(OutputStream.nullOutputStream());
      return text;
    } catch (IOException e) {
      return "";
    }
  }

  private List<String> command(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    String java = Platform.current().isWindows() ? "java.exe" : "java";
    command.add(Path.of(System.getProperty("java.home"), "bin", java).toString());
    // The child needs as much memory as we may use.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-Xmx") || option.startsWith("-XX:MaxDirectMemorySize"))
        .forEach(command::add);
    if (ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent()) {
      command.add("--add-modules=" + VECTOR_MODULE);
    }
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }
}
