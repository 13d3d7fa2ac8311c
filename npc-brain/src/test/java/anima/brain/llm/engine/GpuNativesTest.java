package anima.brain.llm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OrtEnvironment;
import anima.fetch.FetchException;
import anima.fetch.FetchListener;
import anima.world.Language;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GpuNativesTest {
  private static final Platform LINUX = new Platform("linux", "x64");

  @TempDir Path home;

  @Test
  void the_archive_is_of_the_version_of_the_java_binding() {
    DjlSettings.stayOffline();
    // The engine wants to be the first to start the runtime in a process.
    try (NDManager manager = EngineStart.newManager()) {
      assertThat(manager.isOpen()).isTrue();
      assertThat(OrtEnvironment.getEnvironment().getVersion()).isEqualTo(GpuPackage.VERSION);
    }
  }

  @Test
  void a_platform_without_natives_gets_a_sentence() {
    GpuNatives natives = new GpuNatives(home, new Platform("linux", "aarch64"), Map.of());
    assertThatThrownBy(() -> install(natives, GpuNatives.registry()))
        .isInstanceOfSatisfying(
            GpuException.class,
            e -> {
              assertThat(e.in(Language.EN)).contains("linux-aarch64", "run on the processor");
              assertThat(e.in(Language.ZH)).contains("处理器");
            });
  }

  @Test
  void another_file_of_the_same_size_is_refused_and_leaves_nothing() throws Exception {
    HttpServer server = HttpServer.create(loopback(), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, GpuPackage.BYTES);
          byte[] zeros = new byte[1 << 20];
          try (var out = exchange.getResponseBody()) {
            for (long left = GpuPackage.BYTES; left > 0; left -= zeros.length) {
              out.write(zeros, 0, (int) Math.min(zeros.length, left));
            }
          }
        });
    server.start();
    try {
      GpuNatives natives = new GpuNatives(home, LINUX, Map.of());
      URI registry = URI.create("http://localhost:" + server.getAddress().getPort());
      assertThatThrownBy(() -> install(natives, registry))
          .isInstanceOf(FetchException.class)
          .hasMessageContaining("not the expected file");
      assertThat(natives.ready()).isEmpty();
      assertThat(home).isEmptyDirectory();
    } finally {
      server.stop(0);
    }
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  @Test
  void natives_that_nothing_has_proven_are_not_used() throws IOException {
    GpuNatives natives = new GpuNatives(home, LINUX, Map.of());
    Files.createDirectories(natives.folder());
    Files.writeString(natives.folder().resolve("libonnxruntime.so"), "damaged");
    assertThat(natives.ready()).isEmpty();
    assertThatThrownBy(natives::report)
        .isInstanceOfSatisfying(
            GpuException.class, e -> assertThat(e.fault()).isEqualTo(GpuFault.UNLOADABLE));
  }

  @Test
  void removed_natives_are_gone() throws Exception {
    GpuNatives natives = new GpuNatives(home, LINUX, Map.of());
    Files.createDirectories(natives.folder());
    Files.writeString(natives.folder().resolve("proven"), "");
    assertThat(natives.ready()).contains(natives.folder());
    natives.remove();
    assertThat(natives.ready()).isEmpty();
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void what_is_installed_finds_the_card() throws Exception {
    SoftwareCard card = SoftwareCard.assume();
    EngineReport report = card.natives().report();
    assertThat(report.version()).isEqualTo(GpuPackage.VERSION);
    assertThat(report.devices()).contains(ComputeDevice.CPU, ComputeDevice.WEBGPU);
  }

  private static void install(GpuNatives natives, URI registry)
      throws GpuException, FetchException {
    natives.install(registry, FetchListener.NONE, () -> false);
  }
}
