package anima.brain.llm.engine;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The published archive with the runtime's natives for graphics cards: the Node.js package of the
 * same release, licence MIT. The jar's natives know no graphics card on Linux and Windows; those
 * for the Mac do. The hash was compared with the publisher's own (SHA-512) when it was written
 * here.
 */
final class GpuPackage {
  /** Must be the version of the Java binding, whose JNI library is put beside. */
  static final String VERSION = "1.29.0";

  static final String LICENCE = "MIT";

  /** The registry's base address, unless another one is named. */
  static final URI REGISTRY = URI.create("https://registry.npmjs.org/");

  static final long BYTES = 111_735_068;

  static final String SHA256 = "cfdfb45ec4044b1fdca43e5d2e180fb6817e649ff8ad1e0dfc90e18e51b67037";

  private static final String PATH = "onnxruntime-node/-/onnxruntime-node-" + VERSION + ".tgz";

  private static final String LINUX = "package/bin/napi-v6/linux/x64/";
  private static final String WINDOWS = "package/bin/napi-v6/win32/x64/";

  private static final Map<Platform, List<PackedFile>> FILES =
      Map.of(
          new Platform("linux", "x64"),
          List.of(
              new PackedFile(
                  LINUX + "libonnxruntime.so.1",
                  "libonnxruntime.so",
                  44_726_808,
                  "89688f5cf51c7e31befbb7b9101bc027799009b18d1baa9a5b1146a72e69538d")),
          new Platform("win", "x64"),
          List.of(
              new PackedFile(
                  WINDOWS + "onnxruntime.dll",
                  "onnxruntime.dll",
                  27_989_816,
                  "5e289b5494cc338d62806f2d24c24aa7cc09a00bbab0404d9169487a45e0053a"),
              new PackedFile(
                  WINDOWS + "DirectML.dll",
                  "DirectML.dll",
                  18_527_584,
                  "b3cd9ac57e096f4d91eacbae212e538ced46d74e7002630408d7e48a1eeca904"),
              new PackedFile(
                  WINDOWS + "dxcompiler.dll",
                  "dxcompiler.dll",
                  17_986_360,
                  "fdfcaa6a935d1cfe06d17c3dfdbb82613d9fbb3f6422db816392574020769e65"),
              new PackedFile(
                  WINDOWS + "dxil.dll",
                  "dxil.dll",
                  1_508_704,
                  "c3845dfe2bd0af980ca12a33b364e13b4240582280167341e2a35d8fe5dee7a7")));

  private GpuPackage() {}

  /** The libraries of a platform; empty when the archive has nothing that the jar has not. */
  static Optional<List<PackedFile>> files(Platform platform) {
    return Optional.ofNullable(FILES.get(platform));
  }

  static URI address(URI registry) {
    String base = registry.toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + PATH);
  }
}
