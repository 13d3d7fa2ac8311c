package anima.brain.llm.gguf;

import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFamily;
import anima.brain.llm.model.ModelText;
import anima.brain.llm.model.TensorSource;
import java.nio.file.Path;

/**
 * A model in one GGUF file: shape, weights and text. Immutable; any thread.
 *
 * @param weights under their Hugging Face names; not yet compared with the shape
 */
public record GgufModel(ModelConfig config, TensorSource weights, ModelText text) {
  /** Reads and checks the head of the file. */
  public static GgufModel open(Path path) throws ModelException {
    GgufFile file = GgufFile.open(path);
    ModelConfig config = GgufConfigReader.read(file);
    int turned = config.family() == ModelFamily.LLAMA ? config.headSize() : 0;
    return new GgufModel(config, new GgufWeights(file, turned), new GgufText(file.metadata()));
  }
}
