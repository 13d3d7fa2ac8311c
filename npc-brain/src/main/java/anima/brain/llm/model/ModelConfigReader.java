package anima.brain.llm.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code config.json} and the end tokens of {@code generation_config.json}. What the runtime
 * cannot compute exactly, it refuses.
 */
final class ModelConfigReader {

  private ModelConfigReader() {}

  static ModelConfig read(Path folder) throws ModelException {
    JsonFile json = JsonFile.read(folder.resolve(ModelFolder.CONFIG));
    ModelFamily family = family(json);
    int vocabulary = json.integer("vocab_size", 1, ModelLimits.VOCABULARY_TOKENS_MAX);
    Set<Integer> endTokens = new HashSet<>(endTokens(json, vocabulary));
    Path generation = folder.resolve(ModelFolder.GENERATION);
    if (Files.exists(generation)) {
      endTokens.addAll(endTokens(JsonFile.read(generation), vocabulary));
    }
    return family == ModelFamily.GPT2
        ? new Gpt2ConfigReader(json).config(vocabulary, endTokens)
        : new LlamaConfigReader(json, family).config(vocabulary, endTokens);
  }

  private static ModelFamily family(JsonFile json) throws ModelException {
    String name = "(none)";
    if (json.field("architectures").orElse(null) instanceof JsonArray array
        && array.size() == 1
        && array.get(0).isJsonPrimitive()) {
      name = array.get(0).getAsString();
    }
    for (ModelFamily family : ModelFamily.values()) {
      if (family.className().equals(name)) {
        return family;
      }
    }
    throw new ModelException(ModelFault.FOREIGN_ARCHITECTURE, json.path(), name);
  }

  private static Set<Integer> endTokens(JsonFile json, int vocabulary) throws ModelException {
    Set<Integer> tokens = new HashSet<>();
    Optional<JsonElement> end = json.field("eos_token_id");
    if (end.isPresent() && end.get() instanceof JsonArray array) {
      for (JsonElement token : array) {
        tokens.add(json.integer("eos_token_id", token, 0, vocabulary - 1));
      }
    } else if (end.isPresent()) {
      tokens.add(json.integer("eos_token_id", 0, vocabulary - 1));
    }
    return tokens;
  }

  /** The width of one head, where only the width of all is given. */
  static int headSize(JsonFile json, String name, int hidden, int heads) throws ModelException {
    if (hidden % heads != 0 || hidden / heads > ModelLimits.HEAD_SIZE_MAX) {
      throw json.setting(
          name,
          hidden,
          "a multiple of %d, at most %d times".formatted(heads, ModelLimits.HEAD_SIZE_MAX));
    }
    return hidden / heads;
  }
}
