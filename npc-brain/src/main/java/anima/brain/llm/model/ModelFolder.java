package anima.brain.llm.model;

import anima.brain.llm.text.TextTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A model in the Hugging Face layout ({@code config.json}, {@code model.safetensors}, {@code
 * tokenizer.json}), checked before anything of its size is allocated. Immutable; any thread.
 */
public final class ModelFolder {
  public static final String CONFIG = "config.json";

  /** How to write text with the model; optional. */
  public static final String GENERATION = "generation_config.json";

  public static final String WEIGHTS = "model.safetensors";
  public static final String TOKENIZER = "tokenizer.json";

  /** What the embedded model has beside: read by {@code anima.brain.language.HintTable}. */
  public static final String HINTS = "hints.bin";

  private final Path path;
  private final ModelConfig config;
  private final ModelWeights weights;

  private ModelFolder(Path path, ModelConfig config, ModelWeights weights) {
    this.path = path;
    this.config = config;
    this.weights = weights;
  }

  /** Reads and checks everything but the values of the weights. */
  public static ModelFolder open(Path folder) throws ModelException {
    if (!Files.isDirectory(folder)) {
      throw new ModelException(ModelFault.NO_FOLDER, folder);
    }
    ModelConfig config = ModelConfigReader.read(folder);
    Path file = folder.resolve(WEIGHTS);
    if (!Files.isRegularFile(file)) {
      throw new ModelException(ModelFault.NO_FILE, file);
    }
    return new ModelFolder(folder, config, ModelWeights.of(config, SafetensorsFile.open(file)));
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
    return TextTokenizer.open(path.resolve(TOKENIZER), config.vocabularyTokens(), cacheFolder);
  }
}
