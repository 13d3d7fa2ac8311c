package anima.brain.llm.model;

import com.google.gson.JsonElement;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the configuration of a GPT-2 (field names: huggingface/transformers, GPT2Config). Owned by
 * one thread.
 */
final class Gpt2ConfigReader {
  /** Both names mean the same formula with the hyperbolic tangent. */
  private static final Set<String> GELU = Set.of("gelu_new", "gelu_pytorch_tanh");

  private final JsonFile json;

  Gpt2ConfigReader(JsonFile json) {
    this.json = json;
  }

  ModelConfig config(int vocabulary, Set<Integer> endTokens) throws ModelException {
    refuseWhatIsNotComputed();
    int hidden = json.integer("n_embd", 1, ModelLimits.WIDTH_MAX / 4);
    int heads = json.integer("n_head", 1, ModelLimits.HEADS_MAX);
    int headSize = ModelConfigReader.headSize(json, "n_embd", hidden, heads);
    if (headSize % 2 != 0) {
      throw json.setting("n_embd", hidden, "an even multiple of " + heads);
    }
    return new ModelConfig(
        ModelFamily.GPT2,
        new Architecture.Gpt2(),
        vocabulary,
        hidden,
        json.integer("n_inner", 1, ModelLimits.WIDTH_MAX, 4 * hidden),
        json.integer("n_layer", 1, ModelLimits.LAYERS_MAX),
        new AttentionShape(heads, heads, headSize),
        json.integer("n_positions", 1, ModelLimits.CONTEXT_TOKENS_MAX),
        json.number("layer_norm_epsilon", 0, 1, 1e-5),
        json.flag("tie_word_embeddings", true),
        false,
        endTokens);
  }

  private void refuseWhatIsNotComputed() throws ModelException {
    String activation = json.text("activation_function").orElse("gelu_new");
    if (!GELU.contains(activation)) {
      throw json.setting("activation_function", activation, "gelu_new");
    }
    if (!json.flag("scale_attn_weights", true)) {
      throw json.setting("scale_attn_weights", false, true);
    }
    if (json.flag("scale_attn_by_inverse_layer_idx", false)) {
      throw json.setting("scale_attn_by_inverse_layer_idx", true, false);
    }
    Optional<JsonElement> quantization = json.field("quantization_config");
    if (quantization.isPresent()) {
      throw json.setting("quantization_config", quantization.get(), "absent");
    }
  }
}
