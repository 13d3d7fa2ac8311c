package anima.brain.bench.llamacpp;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * A package with llama.cpp's natives for one kind of machine, as node-llama-cpp publishes them (MIT
 * licence). Each holds one build for every generation of the processor and picks the best itself.
 *
 * @param name of the package, without its scope
 * @param version of the package
 * @param release of llama.cpp in it
 * @param bytes of the archive
 * @param sha256 of the archive
 */
public record LlamaPackage(String name, String version, String release, long bytes, String sha256) {

  private static final LlamaPackage LINUX_X64 =
      new LlamaPackage(
          "linux-x64",
          "3.22.1",
          "0.5.0",
          10_824_547,
          "0d953e1503d5ab4608d8ed5b739132308c81ac05ffeb760d2a7f30e08a9f90e0");
  private static final LlamaPackage LINUX_ARM64 =
      new LlamaPackage(
          "linux-arm64",
          "3.22.1",
          "0.5.0",
          7_340_902,
          "39c76b998e35ed2f236c01472fc79eda0fc558b1c8b535023c2d7ded8c327cc4");
  private static final LlamaPackage MAC_ARM64 =
      new LlamaPackage(
          "mac-arm64-metal",
          "3.21.1",
          "0.4.0",
          4_858_447,
          "cd11a52fab1935fde5abd221b5ecf8167686b45e386b6a02df49cb9b2814e9d6");
  private static final LlamaPackage MAC_X64 =
      new LlamaPackage(
          "mac-x64",
          "3.21.1",
          "0.4.0",
          10_809_280,
          "3bcc6b2d6d3618098a36c9c01ae3afff1599f336a826cd54b1a55a73ed2159a7");
  private static final LlamaPackage WIN_X64 =
      new LlamaPackage(
          "win-x64",
          "3.21.1",
          "0.4.0",
          9_787_045,
          "9e48b1bf39e41c8b955a20006a3bdfd4861bedbb2661c87f7e29a5207f1ff0e8");

  /** The package for a machine, by the system properties {@code os.name} and {@code os.arch}. */
  public static Optional<LlamaPackage> of(String osName, String osArch) {
    String system = osName.toLowerCase(Locale.ROOT);
    boolean arm = osArch.equals("aarch64");
    if (!arm && !osArch.equals("amd64") && !osArch.equals("x86_64")) {
      return Optional.empty();
    }
    if (system.contains("linux")) {
      return Optional.of(arm ? LINUX_ARM64 : LINUX_X64);
    }
    if (system.contains("mac")) {
      return Optional.of(arm ? MAC_ARM64 : MAC_X64);
    }
    return system.contains("windows") && !arm ? Optional.of(WIN_X64) : Optional.empty();
  }

  /** Where the npm registry keeps the archive. */
  URI address() {
    return URI.create(
        "https://registry.npmjs.org/@node-llama-cpp/%1$s/-/%1$s-%2$s.tgz".formatted(name, version));
  }
}
