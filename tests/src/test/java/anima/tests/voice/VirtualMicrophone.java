package anima.tests.voice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A microphone made of software: a PulseAudio server of its own, whose default source is the
 * monitor of a null sink, and an ALSA configuration through which Java Sound finds it. What is
 * {@link #play}ed is what a program started with {@link #environment} hears. Java reads these
 * variables when it starts, so the program that listens must be another process.
 */
public final class VirtualMicrophone implements AutoCloseable {
  /** Debian packages without which it does not run. */
  public static final String PACKAGES = "pulseaudio pulseaudio-utils libasound2-plugins";

  private static final int SECONDS_MAX = 60;
  private static final String SINK = "virtmic";

  private final Path folder;
  private final Process server;

  private VirtualMicrophone(Path folder, Process server) {
    this.folder = folder;
    this.server = server;
  }

  /** Starts the server and waits until it can be used. */
  public static VirtualMicrophone start() throws IOException {
    Path folder = Files.createTempDirectory("anima-microphone");
    Files.writeString(
        folder.resolve("asound.conf"),
        """
        </usr/share/alsa/alsa.conf>
        pcm.!default { type pulse }
        ctl.!default { type pulse }
        """);
    List<String> command =
        List.of(
            "pulseaudio",
            "-n",
            "--daemonize=no",
            "--exit-idle-time=-1",
            "--log-level=info",
            "--log-target=stderr",
            "--load=module-native-protocol-unix auth-anonymous=1 socket=" + socket(folder),
            // Without norewinds the first second of what is played is silent.
            "--load=module-null-sink sink_name=" + SINK + " rate=48000 channels=1 norewinds=1");
    VirtualMicrophone microphone = new VirtualMicrophone(folder, start(folder, command));
    microphone.awaitStart();
    microphone.run("pactl", "set-default-source", SINK + ".monitor");
    return microphone;
  }

  /** Variables for the program that is to hear it. */
  public Map<String, String> environment() {
    return environment(folder);
  }

  /** Speaks a WAV file into the microphone; returns when its last sample has been heard. */
  public void play(Path wav) throws IOException {
    run("paplay", "--device=" + SINK, wav.toString());
  }

  /** Pulls the microphone out. */
  public void unplug() {
    server.destroyForcibly().onExit().join();
  }

  private static Path socket(Path folder) {
    return folder.resolve("pulse.sock");
  }

  private static Map<String, String> environment(Path folder) {
    return Map.of(
        "ALSA_CONFIG_PATH", folder.resolve("asound.conf").toString(),
        "PULSE_SERVER", "unix:" + socket(folder),
        "PULSE_LATENCY_MSEC", "30",
        "PULSE_RUNTIME_PATH", folder.toString(),
        "PULSE_COOKIE", folder.resolve("cookie").toString(),
        "XDG_CONFIG_HOME", folder.toString());
  }

  private static Process start(Path folder, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment(folder));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new AssertionError("A virtual microphone needs the Debian packages " + PACKAGES, e);
    }
  }

  private void awaitStart() throws IOException {
    BufferedReader log = server.inputReader(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      lines.add(line);
      if (line.contains("Daemon startup complete")) {
        drain(log);
        return;
      }
    }
    throw new AssertionError("pulseaudio did not start:\n" + String.join("\n", lines));
  }

  /** Reads the log on, or the server would block when the pipe is full. */
  private static void drain(BufferedReader log) {
    Thread thread = new Thread(() -> log.lines().forEach(line -> {}), "pulseaudio-log");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((where, end) -> {});
    thread.start();
  }

  private void run(String... command) throws IOException {
    Process process = start(folder, List.of(command));
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0) {
        throw new AssertionError(String.join(" ", command) + " failed: " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }

  @Override
  public void close() {
    unplug();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
