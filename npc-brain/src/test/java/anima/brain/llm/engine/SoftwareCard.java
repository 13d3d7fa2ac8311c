package anima.brain.llm.engine;

import anima.fetch.Download;
import anima.fetch.FetchException;
import anima.fetch.FetchFault;
import anima.fetch.FetchListener;
import anima.fetch.FetchRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brotli.dec.BrotliInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * A graphics card made of software: the natives that {@code anima model gpu} installs, and
 * SwiftShader, a Vulkan driver that computes on the processor (Apache-2.0, from the package of a
 * browser for servers, MIT). Both are fetched once and kept in {@code ANIMA_TEST_CACHE}, else in
 * {@code ~/.cache/anima-tests}.
 */
public final class SoftwareCard {
  private static final String PACKAGE = "@sparticuz/chromium/-/chromium-153.0.0.tgz";
  private static final long BYTES = 69_995_309;
  private static final String SHA256 =
      "20e5656fcdcf4118ede85edfb9d6bb9cc1bbb7ffb8b75622fffbcf36a835c3c0";
  private static final PackedFile DRIVER_ARCHIVE =
      new PackedFile(
          "package/bin/swiftshader.tar.br",
          "swiftshader.tar.br",
          1_637_479,
          "b680e40a33235ecc6ad4c6897a168b70ce5164f0d62d2a64d675320d51614631");
  private static final PackedFile DRIVER =
      new PackedFile(
          "libvk_swiftshader.so",
          "libvk_swiftshader.so",
          6_004_808,
          "2f3ceffaaca7d031bc3943f8eacf398a5d9c42c5fe0d15d8840b9acfa630b58e");
  private static final PackedFile LOADER =
      new PackedFile(
          "libvulkan.so.1",
          "libvulkan.so.1",
          833_304,
          "8ee5ac00fd7968e863b05e0f6808057db16a00ad322777e5a05bed51d4f84085");
  private static final PackedFile MANIFEST =
      new PackedFile(
          "vk_swiftshader_icd.json",
          "vk_swiftshader_icd.json",
          107,
          "c9eef28b6b984fec220ef0abfecc40b502d46946706e47bfe97707027cb818bd");

  private final GpuNatives natives;
  private final Path driver;

  private SoftwareCard(Path cache) {
    this.driver = cache.resolve("swiftshader-153");
    this.natives = new GpuNatives(cache.resolve("gpu"), Platform.current(), environment());
  }

  /** The card of this machine; the test is skipped where none can be made. */
  public static SoftwareCard assume() throws IOException, FetchException, GpuException {
    Assumptions.assumeTrue(
        Platform.current().equals(new Platform("linux", "x64")),
        "The software graphics card is there for Linux on x64 only.");
    SoftwareCard card = new SoftwareCard(cache());
    try {
      card.fetch();
    } catch (FetchException e) {
      if (e.fault() != FetchFault.UNREACHABLE) {
        throw e;
      }
      System.out.println("The tests of the graphics card are skipped: " + e.getMessage());
      Assumptions.abort("no network");
    }
    return card;
  }

  private static Path cache() {
    String named = System.getenv("ANIMA_TEST_CACHE");
    return named == null
        ? Path.of(System.getProperty("user.home"), ".cache", "anima-tests")
        : Path.of(named);
  }

  private void fetch() throws IOException, FetchException, GpuException {
    if (!Files.exists(driver.resolve(MANIFEST.name()))) {
      fetchDriver();
    }
    if (natives.ready().isEmpty()) {
      natives.install(GpuNatives.registry(), FetchListener.NONE, () -> false);
    }
  }

  private void fetchDriver() throws IOException, FetchException {
    Files.createDirectories(driver);
    Path archive = driver.resolve("browser.tgz.part");
    URI address = GpuNatives.registry().resolve(PACKAGE);
    FetchRequest request =
        FetchRequest.of(address, BYTES).withBytes(BYTES).withSha256(Optional.of(SHA256));
    new Download(request, archive, FetchListener.NONE, () -> false).run();
    TarArchive.unpack(archive, List.of(DRIVER_ARCHIVE), driver);
    Path packed = driver.resolve(DRIVER_ARCHIVE.name());
    try (InputStream tar =
        new BrotliInputStream(new BufferedInputStream(Files.newInputStream(packed)))) {
      TarArchive.unpack(tar, List.of(DRIVER, LOADER, MANIFEST), driver);
    }
    Files.delete(packed);
    Files.delete(archive);
  }

  public GpuNatives natives() {
    return natives;
  }

  /** What the Vulkan loader needs, to find this card and no other one. */
  public Map<String, String> environment() {
    return Map.of(
        "LD_LIBRARY_PATH", driver.toString(),
        "VK_ICD_FILENAMES", driver.resolve(MANIFEST.name()).toString());
  }

  /** A process that computes on this card. */
  public ChildJvm newProcess(Duration timeout) {
    return ChildJvm.withTimeout(timeout)
        .withEnvironment(environment())
        .withProperty("onnxruntime.native.path", natives.folder().toString());
  }
}
