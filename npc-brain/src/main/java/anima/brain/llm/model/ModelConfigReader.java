package anima.brain.llm.model;

import anima.brain.llm.model.ModelConfig.Family;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code config.json} of a Llama-shaped model (field names: huggingface/transformers,
 * LlamaConfig, MistralConfig, Qwen2Config). What the runtime cannot compute exactly, it refuses.
 */
final class ModelConfigReader {
  private static final int VOCABULARY_TOKENS_MAX = 1_000_000;
  private static final int WIDTH_MAX = 1 << 17;
  private static final int LAYERS_MAX = 256;
  private static final int HEADS_MAX = 256;
  private static final int HEAD_SIZE_MAX = 256;
  private static final int CONTEXT_TOKENS_MAX = 1 << 24;

  /** The {@code quant_method} of matrices stored as int8 rows with one float scale each. */
  static final String INT8_ROWS = "anima_int8_rows";

  private final JsonFile json;

  private ModelConfigReader(JsonFile json) {
    this.json = json;
  }

  static ModelConfig read(Path file) throws ModelException {
    return new ModelConfigReader(JsonFile.read(file)).config();
  }

  private ModelConfig config() throws ModelException {
    Family family = family();
    refuseWhatIsNotComputed(family);
    int vocabulary = json.integer("vocab_size", 1, VOCABULARY_TOKENS_MAX);
    int hidden = json.integer("hidden_size", 1, WIDTH_MAX);
    int heads = json.integer("num_attention_heads", 1, HEADS_MAX);
    int keyHeads = json.integer("num_key_value_heads", 1, heads, heads);
    if (heads % keyHeads != 0) {
      throw json.setting("num_key_value_heads", keyHeads, "a divisor of " + heads);
    }
    boolean attentionBias = json.flag("attention_bias", false);
    return new ModelConfig(
        family,
        vocabulary,
        hidden,
        json.integer("intermediate_size", 1, WIDTH_MAX),
        json.integer("num_hidden_layers", 1, LAYERS_MAX),
        heads,
        keyHeads,
        headSize(hidden, heads),
        json.integer("max_position_embeddings", 1, CONTEXT_TOKENS_MAX, 2048),
        ropeTheta(),
        json.number("rms_norm_eps", 0, 1, 1e-6),
        json.flag("tie_word_embeddings", false),
        attentionBias || family == Family.QWEN2,
        attentionBias,
        json.flag("mlp_bias", false),
        rowsInt8(),
        endTokens(vocabulary));
  }

  private Family family() throws ModelException {
    Optional<JsonElement> names = json.field("architectures");
    String name = "(none)";
    if (names.isPresent() && names.get() instanceof JsonArray array && array.size() == 1) {
      name = array.get(0).isJsonPrimitive() ? array.get(0).getAsString() : "(none)";
    }
    for (Family family : Family.values()) {
      if (family.architecture().equals(name)) {
        return family;
      }
    }
    throw new ModelException(ModelFault.FOREIGN_ARCHITECTURE, json.path(), name);
  }

  private void refuseWhatIsNotComputed(Family family) throws ModelException {
    Optional<String> activation = json.text("hidden_act");
    if (activation.isPresent() && !activation.get().equals("silu")) {
      throw json.setting("hidden_act", activation.get(), "silu");
    }
    if (family == Family.MISTRAL && json.field("sliding_window").isPresent()) {
      throw json.setting("sliding_window", "set", "null");
    }
    if (json.flag("use_sliding_window", false)) {
      throw json.setting("use_sliding_window", true, false);
    }
    if (json.number("partial_rotary_factor", 0, 1, 1) != 1) {
      throw json.setting("partial_rotary_factor", "below 1", 1);
    }
    if (json.field("rope_scaling").isPresent()) {
      throw json.setting("rope_scaling", "set", "null");
    }
  }

  /** Newer files keep the base inside {@code rope_parameters}. */
  private double ropeTheta() throws ModelException {
    Optional<JsonElement> parameters = json.field("rope_parameters");
    if (parameters.isPresent() && parameters.get() instanceof JsonObject object) {
      JsonElement type = object.get("rope_type");
      if (type != null && !"default".equals(type.getAsString())) {
        throw json.setting("rope_type", type, "default");
      }
      JsonElement theta = object.get("rope_theta");
      if (theta != null) {
        return json.number("rope_theta", theta, 1, 1e12);
      }
    }
    return json.number("rope_theta", 1, 1e12, 10_000);
  }

  private int headSize(int hidden, int heads) throws ModelException {
    int size = json.integer("head_dim", 2, HEAD_SIZE_MAX, 0);
    if (size == 0) {
      if (hidden % heads != 0 || hidden / heads > HEAD_SIZE_MAX) {
        throw json.setting(
            "hidden_size",
            hidden,
            "a multiple of %d, at most %d times".formatted(heads, HEAD_SIZE_MAX));
      }
      size = hidden / heads;
    }
    if (size % 2 != 0) {
      throw json.setting("head_dim", size, "even");
    }
    return size;
  }

  private boolean rowsInt8() throws ModelException {
    Optional<JsonElement> quantization = json.field("quantization_config");
    if (quantization.isEmpty()) {
      return false;
    }
    if (quantization.get() instanceof JsonObject object
        && object.get("quant_method") instanceof JsonPrimitive method
        && method.getAsString().equals(INT8_ROWS)) {
      return true;
    }
    throw json.setting("quantization_config", quantization.get(), INT8_ROWS + " or absent");
  }

  private Set<Integer> endTokens(int vocabulary) throws ModelException {
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
}
