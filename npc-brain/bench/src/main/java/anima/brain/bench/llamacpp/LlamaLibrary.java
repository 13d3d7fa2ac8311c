package anima.brain.bench.llamacpp;

import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Loads llama.cpp from a folder of natives. Owned by one thread; once in a process. */
public final class LlamaLibrary {
  private static final int LOG_LINES_MAX = 20;
  private static final int LOG_LEVEL_WARNING = 3;
  private static final Pattern GGML = library("ggml(\\.[a-z]+)?(\\.v[0-9.]+)?");
  private static final Pattern GGML_BASE = library("ggml-base");
  private static final Pattern LLAMA = library("llama(\\.[a-z]+)?(\\.v[0-9.]+)?");

  private final LlamaApi api;

  /** The library's last warnings, of which its errors consist. Guarded by itself. */
  private final Deque<String> warnings = new ArrayDeque<>();

  /** Held, because native code calls it as long as the process lives. */
  private final LlamaApi.Log log = (level, text, userData) -> keep(level, text);

  private LlamaLibrary(LlamaApi api) {
    this.api = api;
  }

  private static Pattern library(String name) {
    return Pattern.compile("(lib)?" + name + "\\.(so|dylib|dll)");
  }

  /** Loads the libraries of a folder and checks that they are laid out as this code expects. */
  public static LlamaLibrary load(Path folder) throws IOException {
    NativeLibrary.getInstance(find(folder, GGML_BASE).toString());
    NativeLibrary ggml = NativeLibrary.getInstance(find(folder, GGML).toString());
    ggml.getFunction("ggml_backend_load_all_from_path")
        .invokeVoid(new Object[] {folder.toString()});
    FunctionMapper names = (library, method) -> "llama_" + snake(method.getName());
    LlamaApi api =
        Native.load(
            find(folder, LLAMA).toString(),
            LlamaApi.class,
            Map.of(Library.OPTION_FUNCTION_MAPPER, names));
    LlamaLibrary library = new LlamaLibrary(api);
    api.logSet(library.log, null);
    api.backendInit();
    library.checkLayout();
    return library;
  }

  private static Path find(Path folder, Pattern name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> name.matcher(String.valueOf(file.getFileName())).matches())
          .findFirst()
          .orElseThrow(() -> new IOException("%s holds no %s".formatted(folder, name)));
    }
  }

  static String snake(String camel) {
    return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** Structures are passed by value: a library with other fields would read garbage. */
  private void checkLayout() throws IOException {
    LlamaContextParams context = api.contextDefaultParams();
    LlamaModelParams model = api.modelDefaultParams();
    if (context.contextTokens != 512
        || context.batchTokens != 2048
        || context.microBatchTokens != 512
        || context.sequencesMax != 1
        || context.outputsEachMax != 1
        || context.flashAttention != -1
        || context.keyType != 1
        || context.valueType != 1
        || context.unifiedCache != 0
        || model.gpuLayers != -1
        || model.loadMode != -1
        || model.useExtraBuffers != 1) {
      throw new IOException("its structures are laid out in a way unknown here");
    }
  }

  private void keep(int level, Pointer text) {
    if (level >= LOG_LEVEL_WARNING) {
      synchronized (warnings) {
        if (warnings.size() == LOG_LINES_MAX) {
          warnings.removeFirst();
        }
        warnings.addLast(text.getString(0, "UTF-8").strip());
      }
    }
  }

  public LlamaApi api() {
    return api;
  }

  /** What the library said last when something failed. */
  String lastWarning() {
    synchronized (warnings) {
      return warnings.isEmpty() ? "it gave no reason" : warnings.getLast();
    }
  }
}
