package anima.brain.llm.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the configuration of a Llama-shaped model (field names: huggingface/transformers,
 * LlamaConfig, MistralConfig, Qwen2Config, Qwen3Config). Owned by one thread.
 */
final class LlamaConfigReader {
  /** The {@code quant_method} of matrices stored as int8 rows with one float scale each. */
  static final String INT8_ROWS = "anima_int8_rows";

  /** What Qwen3 means when it does not say. */
  private static final int QWEN3_HEAD_SIZE = 128;

  private final JsonFile json;
  private final ModelFamily family;

  LlamaConfigReader(JsonFile json, ModelFamily family) {
    this.json = json;
    this.family = family;
  }

  ModelConfig config(int vocabulary, Set<Integer> endTokens) throws ModelException {
    refuseWhatIsNotComputed();
    int hidden = json.integer("hidden_size", 1, ModelLimits.WIDTH_MAX);
    AttentionShape attention = attention(hidden);
    int positions =
        json.integer("max_position_embeddings", 1, ModelLimits.CONTEXT_TOKENS_MAX, 2048);
    RotaryReader rotary = new RotaryReader(json, attention.headSize(), positions);
    boolean attentionBias = json.flag("attention_bias", false);
    return new ModelConfig(
        family,
        new Architecture.Llama(
            rotary.rotary(),
            attentionBias || family == ModelFamily.QWEN2,
            attentionBias,
            json.flag("mlp_bias", false),
            family == ModelFamily.QWEN3),
        vocabulary,
        hidden,
        json.integer("intermediate_size", 1, ModelLimits.WIDTH_MAX),
        json.integer("num_hidden_layers", 1, ModelLimits.LAYERS_MAX),
        attention,
        Math.min(rotary.contextTokensMax(), window()),
        json.number("rms_norm_eps", 0, 1, 1e-6),
        json.flag("tie_word_embeddings", false),
        rowsInt8(),
        endTokens);
  }

  private void refuseWhatIsNotComputed() throws ModelException {
    Optional<String> activation = json.text("hidden_act");
    if (activation.isPresent() && !activation.get().equals("silu")) {
      throw json.setting("hidden_act", activation.get(), "silu");
    }
    if (json.number("partial_rotary_factor", 0, 1, 1) != 1) {
      throw json.setting("partial_rotary_factor", "below 1", 1);
    }
  }

  private AttentionShape attention(int hidden) throws ModelException {
    int heads = json.integer("num_attention_heads", 1, ModelLimits.HEADS_MAX);
    int keyHeads = json.integer("num_key_value_heads", 1, heads, heads);
    if (heads % keyHeads != 0) {
      throw json.setting("num_key_value_heads", keyHeads, "a divisor of " + heads);
    }
    return new AttentionShape(heads, keyHeads, headSize(hidden, heads));
  }

  private int headSize(int hidden, int heads) throws ModelException {
    int absent = family == ModelFamily.QWEN3 ? QWEN3_HEAD_SIZE : 0;
    int size = json.integer("head_dim", 2, ModelLimits.HEAD_SIZE_MAX, absent);
    if (size == 0) {
      size = ModelConfigReader.headSize(json, "hidden_size", hidden, heads);
    }
    if (size % 2 != 0) {
      throw json.setting("head_dim", size, "even");
    }
    return size;
  }

  /**
   * How many tokens back each token sees, itself included; up to that length a window is the same
   * as none. Mistral always has the window it names, Qwen only when it is switched on.
   */
  private int window() throws ModelException {
    int none = ModelLimits.CONTEXT_TOKENS_MAX;
    boolean slides = json.flag("use_sliding_window", family == ModelFamily.MISTRAL);
    return slides ? json.integer("sliding_window", 1, none, none) : none;
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
}
