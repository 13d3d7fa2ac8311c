package anima.brain.llm.model;

import anima.brain.llm.gguf.GgufModel;
import anima.brain.llm.text.TextTokenizer;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model on disk, checked before anything of its size is allocated: a folder in the Hugging Face
 * layout ({@code config.json}, {@code model.safetensors} or its shards, {@code tokenizer.json}), or
 * one GGUF file. Immutable; any thread.
 */
public final class ModelFolder {
  public static final String CONFIG = "config.json";

  /** How to write text with the model; optional. */
  public static final String GENERATION = "generation_config.json";

  public static final String WEIGHTS = "model.safetensors";

  /** Which of several files holds which weights, where one file does not hold all. */
  public static final String WEIGHTS_LIST = "model.safetensors.index.json";

  public static final String TOKENIZER = "tokenizer.json";

  /** What the embedded model has beside: read by {@code anima.brain.language.HintTable}. */
  public static final String HINTS = "hints.bin";

  private static final String GGUF_GLOB = "*.gguf";

  private final Path path;
  private final ModelConfig config;
  private final ModelWeights weights;
  private final ModelText text;

  private ModelFolder(Path path, ModelConfig config, ModelWeights weights, ModelText text) {
    this.path = path;
    this.config = config;
    this.weights = weights;
    this.text = text;
  }

  /**
   * Reads and checks everything but the values of the weights.
   *
   * @param path a folder, or a GGUF file; a folder without {@code config.json} may hold one GGUF
   *     file
   */
  public static ModelFolder open(Path path) throws ModelException {
    if (Files.isRegularFile(path)) {
      return openGguf(path);
    }
    if (!Files.isDirectory(path)) {
      throw new ModelException(ModelFault.NO_FOLDER, path);
    }
    if (!Files.exists(path.resolve(CONFIG))) {
      List<Path> files = ggufFiles(path);
      if (files.size() == 1) {
        return openGguf(files.get(0));
      }
    }
    ModelConfig config = ModelConfigReader.read(path);
    ModelWeights weights = ModelWeights.of(config, safetensors(path));
    return new ModelFolder(path, config, weights, new FolderText(path));
  }

  private static ModelFolder openGguf(Path file) throws ModelException {
    GgufModel model = GgufModel.open(file);
    ModelWeights weights = ModelWeights.of(model.config(), model.weights());
    return new ModelFolder(file, model.config(), weights, model.text());
  }

  private static List<Path> ggufFiles(Path folder) throws ModelException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, GGUF_GLOB)) {
      found.forEach(files::add);
    } catch (IOException | DirectoryIteratorException e) {
      throw new ModelException(ModelFault.UNREADABLE, folder, e);
    }
    return files;
  }

  private static TensorSource safetensors(Path folder) throws ModelException {
    Path file = folder.resolve(WEIGHTS);
    if (Files.isRegularFile(file)) {
      return SafetensorsFile.open(file);
    }
    Path list = folder.resolve(WEIGHTS_LIST);
    if (Files.isRegularFile(list)) {
      return SafetensorsShards.open(list);
    }
    throw new ModelException(ModelFault.NO_FILE, file);
  }

  /** Reads and checks the shape alone: what can be told before the weights are there. */
  public static ModelConfig readConfig(Path folder) throws ModelException {
    return ModelConfigReader.read(folder);
  }

  /**
   * Opens a model that lies on the class path, through a copy that is made once.
   *
   * @param base folder of the resources, such as {@code anima/models/small}
   * @param cacheFolder where the copy may lie; shared between programs
   */
  public static ModelFolder openResources(ClassLoader loader, String base, Path cacheFolder)
      throws ModelException {
    return open(new ModelResources(loader, base, cacheFolder).unpack());
  }

  /** The folder, or the GGUF file. */
  public Path path() {
    return path;
  }

  public ModelConfig config() {
    return config;
  }

  public ModelWeights weights() {
    return weights;
  }

  /**
   * Opens the tokenizer.
   *
   * @param cacheFolder where its native library may be unpacked
   */
  public TextTokenizer openTokenizer(Path cacheFolder) throws ModelException {
    return text.openTokenizer(config.vocabularyTokens(), cacheFolder);
  }

  /** How a conversation is written as text: a Jinja template; empty when the model has none. */
  public Optional<String> chatTemplate() throws ModelException {
    return text.chatTemplate();
  }

  /** The text of the token that begins a text, which templates call {@code bos_token}. */
  public Optional<String> beginText() throws ModelException {
    return text.beginText();
  }

  /** The text of the token that ends a text, which templates call {@code eos_token}. */
  public Optional<String> endText() throws ModelException {
    return text.endText();
  }
}
