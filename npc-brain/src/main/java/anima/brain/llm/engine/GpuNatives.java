package anima.brain.llm.engine;

import ai.onnxruntime.OrtEnvironment;
import anima.fetch.Download;
import anima.fetch.FetchException;
import anima.fetch.FetchListener;
import anima.fetch.FetchRequest;
import anima.fetch.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The runtime's natives for graphics cards, installed for one person. They are used only after a
 * process of its own has loaded them and found a card: natives that crash must not crash the
 * program each time it starts. Owned by one thread at a time.
 */
public final class GpuNatives {
  private static final String JNI = "onnxruntime4j_jni";

  /** Says that a child process has loaded the natives and found a device. */
  private static final String PROVEN = "proven";

  /** File in the home, in which is kept which models are faster on the card. */
  public static final String MEMO = "devices.properties";

  private static final String HOME_PROPERTY = "anima.gpu.home";
  private static final String PATH_PROPERTY = "onnxruntime.native.path";
  private static final int CHECK_SECONDS_MAX = 60;
  private static final int JNI_BYTES_MAX = 16 << 20;

  private final Path home;
  private final Platform platform;
  private final Map<String, String> environment;
  private final Path folder;

  /** The natives kept under a folder, whether or not they are there. */
  public GpuNatives(Path home) {
    this(home, Platform.current(), Map.of());
  }

  /**
   * Natives that are tried with a graphics driver of one's own.
   *
   * @param environment by which the process that tries them finds the driver
   */
  GpuNatives(Path home, Platform platform, Map<String, String> environment) {
    this.home = home;
    this.platform = platform;
    this.environment = environment;
    this.folder = home.resolve("onnxruntime-" + GpuPackage.VERSION + "-" + platform);
  }

  /** Where they are when they are installed. */
  public Path folder() {
    return folder;
  }

  /** Whether the natives in the runtime's own jar already know graphics cards. */
  public boolean areBuiltIn() {
    return platform.equals(new Platform("osx", "aarch64"));
  }

  /** How much comes over the network, to tell before it does. */
  public static long downloadBytes() {
    return GpuPackage.BYTES;
  }

  public static String licence() {
    return GpuPackage.LICENCE;
  }

  public static URI registry() {
    return GpuPackage.REGISTRY;
  }

  /** The folder of natives that work on this machine. */
  public Optional<Path> ready() {
    return Files.exists(folder.resolve(PROVEN)) ? Optional.of(folder) : Optional.empty();
  }

  /** The home that {@link #use} has named to this process. */
  public static Optional<Path> homeInUse() {
    return Optional.ofNullable(System.getProperty(HOME_PROPERTY)).map(Path::of);
  }

  public static String version() {
    return GpuPackage.VERSION;
  }

  /**
   * Lets this process load the installed natives, if they work. To be called before the engine
   * starts; has no effect later, nor when the person has named natives of their own.
   */
  public void use() {
    System.setProperty(HOME_PROPERTY, home.toString());
    Optional<Path> ready = ready();
    if (ready.isPresent() && System.getProperty(PATH_PROPERTY) == null) {
      System.setProperty(PATH_PROPERTY, ready.get().toString());
    }
  }

  /**
   * Fetches the natives of this platform, unpacks and tries them.
   *
   * @param registry base address of the registry to fetch from
   * @return what they find on this machine
   */
  public EngineReport install(URI registry, FetchListener listener, BooleanSupplier cancelled)
      throws GpuException, FetchException {
    List<PackedFile> files =
        GpuPackage.files(platform)
            .orElseThrow(() -> new GpuException(GpuFault.NO_PACKAGE, platform));
    try {
      Files.createDirectories(home);
      Path archive = home.resolve("onnxruntime-" + GpuPackage.VERSION + ".tgz.part");
      if (!isComplete(files)) {
        fetch(registry, archive, listener, cancelled);
        unpack(archive, files);
      }
      Files.deleteIfExists(archive);
      return prove();
    } catch (IOException e) {
      throw new GpuException(GpuFault.UNWRITABLE, home, e);
    }
  }

  private static void fetch(
      URI registry, Path archive, FetchListener listener, BooleanSupplier cancelled)
      throws FetchException {
    FetchRequest request =
        FetchRequest.of(GpuPackage.address(registry), GpuPackage.BYTES)
            .withBytes(GpuPackage.BYTES)
            .withSha256(Optional.of(GpuPackage.SHA256))
            .withUnpackedTimes(1)
            .withPatience(Patience.LONG);
    new Download(request, archive, listener, cancelled).run();
  }

  private boolean isComplete(List<PackedFile> files) throws IOException {
    for (PackedFile file : files) {
      Path path = folder.resolve(file.name());
      if (!Files.exists(path) || Files.size(path) != file.bytes()) {
        return false;
      }
    }
    return Files.exists(folder.resolve(platform.library(JNI)));
  }

  /** Into a folder beside, which gets its name when all is there. */
  private void unpack(Path archive, List<PackedFile> files) throws IOException, GpuException {
    Path fresh = home.resolve(folder.getFileName() + ".new");
    delete(fresh);
    Files.createDirectories(fresh);
    try {
      TarArchive.unpack(archive, files, fresh);
    } catch (IOException e) {
      Files.deleteIfExists(archive);
      delete(fresh);
      throw new GpuException(GpuFault.ARCHIVE, archive, e);
    }
    copyJni(fresh);
    delete(folder);
    Files.move(fresh, folder);
  }

  /** The library between Java and the natives is that of our own jar. */
  private void copyJni(Path target) throws IOException {
    String name = platform.library(JNI);
    try (InputStream in =
        OrtEnvironment.class.getResourceAsStream(platform.resourceFolder() + name)) {
      if (in == null) {
        throw new IOException("the runtime's jar lacks " + name);
      }
      Files.write(target.resolve(name), in.readNBytes(JNI_BYTES_MAX));
    }
  }

  private EngineReport prove() throws GpuException, IOException {
    Files.deleteIfExists(folder.resolve(PROVEN));
    Files.deleteIfExists(home.resolve(MEMO));
    EngineReport report = report();
    if (!report.devices().contains(ComputeDevice.WEBGPU)) {
      throw new GpuException(GpuFault.NO_DEVICE, folder, String.join("; ", report.refusals()));
    }
    Files.writeString(folder.resolve(PROVEN), report.print());
    return report;
  }

  /** What the installed natives, or else those of the jar, find on this machine at this moment. */
  public EngineReport report() throws GpuException {
    ChildJvm child =
        ChildJvm.withTimeout(Duration.ofSeconds(CHECK_SECONDS_MAX)).withEnvironment(environment);
    if (Files.isDirectory(folder)) {
      child = child.withProperty(PATH_PROPERTY, folder.toString());
    }
    ChildJvm.Ended ended;
    try {
      ended = child.run(EngineReportMain.class);
    } catch (EngineFault e) {
      throw new GpuException(GpuFault.UNLOADABLE, folder, e);
    }
    if (ended.exitCode() != 0) {
      throw new GpuException(GpuFault.UNLOADABLE, folder, lastLine(ended));
    }
    return EngineReport.parse(ended.output());
  }

  private static String lastLine(ChildJvm.Ended ended) {
    List<String> lines = ended.output().lines().filter(line -> !line.isBlank()).toList();
    return "exit code %d%s"
        .formatted(
            ended.exitCode(), lines.isEmpty() ? "" : ", " + lines.get(lines.size() - 1).strip());
  }

  /** Removes what was installed; models run on the processor again. */
  public void remove() throws GpuException {
    try {
      Files.deleteIfExists(home.resolve(MEMO));
      delete(folder);
    } catch (IOException e) {
      throw new GpuException(GpuFault.UNWRITABLE, folder, e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files = new ArrayList<>();
    try (var all = Files.list(folder)) {
      all.forEach(files::add);
    }
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(folder);
  }
}
