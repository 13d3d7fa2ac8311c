package anima.brain.bench.llamacpp;

import com.sun.jna.Pointer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A model loaded by llama.cpp, on the processor alone. Owned by one thread. */
public final class LlamaModel implements AutoCloseable {
  private final LlamaLibrary library;
  private final Pointer model;

  private LlamaModel(LlamaLibrary library, Pointer model) {
    this.library = library;
    this.model = model;
  }

  /** Loads a GGUF file with the library's own settings but for the graphics card. */
  public static LlamaModel load(LlamaLibrary library, Path file) {
    LlamaModelParams params = library.api().modelDefaultParams();
    params.gpuLayers = 0;
    Pointer model = require(library, library.api().modelLoadFromFile(file.toString(), params));
    return new LlamaModel(library, model);
  }

  static Pointer require(LlamaLibrary library, @Nullable Pointer pointer) {
    if (pointer == null) {
      throw new IllegalStateException("llama.cpp refused: " + library.lastWarning());
    }
    return pointer;
  }

  /**
   * Makes room for sequences.
   *
   * @param tokensEach longest sequence
   * @param threads for prompts and for single tokens
   */
  public LlamaContext newContext(int sequences, int tokensEach, int threads) {
    LlamaContextParams params = library.api().contextDefaultParams();
    params.contextTokens = tokensEach * sequences;
    params.sequencesMax = sequences;
    params.threads = threads;
    params.threadsBatch = threads;
    Pointer context = require(library, library.api().initFromModel(model, params));
    return new LlamaContext(library, context, vocabularyTokens(), sequences);
  }

  public int vocabularyTokens() {
    return library.api().vocabNTokens(library.api().modelGetVocab(model));
  }

  /** What of the processor the library uses. */
  public String systemInfo() {
    return library
        .api()
        .printSystemInfo()
        .replace(" = 1", "")
        .replaceAll("[|\\s]+", " ")
        .replaceAll("^CPU : |\\s+$", "");
  }

  @Override
  public void close() {
    library.api().modelFree(model);
  }
}
