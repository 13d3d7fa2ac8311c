package anima.brain.llm.gguf;

import anima.brain.llm.model.LlamaTensors;
import anima.brain.llm.model.ModelWeights;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Hugging Face names of the tensors of a Llama's GGUF file. Stateless; any thread. */
final class GgufNames {
  static final String EMBEDDING = "token_embd.weight";
  static final String HEAD = "output.weight";

  /** Factors of the rotary frequencies: a part of the configuration, not of the weights. */
  static final String ROTARY_FACTORS = "rope_freqs.weight";

  private static final Pattern LAYER = Pattern.compile("blk\\.(\\d{1,3})\\.(\\w+)\\.(weight|bias)");

  private static final Map<String, String> OUTER =
      Map.of(
          EMBEDDING,
          LlamaTensors.EMBEDDING,
          "output_norm.weight",
          LlamaTensors.FINAL_NORM,
          HEAD,
          ModelWeights.HEAD);

  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("attn_norm", "input_layernorm"),
          Map.entry("attn_q", "self_attn.q_proj"),
          Map.entry("attn_k", "self_attn.k_proj"),
          Map.entry("attn_v", "self_attn.v_proj"),
          Map.entry("attn_q_norm", "self_attn.q_norm"),
          Map.entry("attn_k_norm", "self_attn.k_norm"),
          Map.entry("attn_output", "self_attn.o_proj"),
          Map.entry("ffn_norm", "post_attention_layernorm"),
          Map.entry("ffn_gate", "mlp.gate_proj"),
          Map.entry("ffn_up", "mlp.up_proj"),
          Map.entry("ffn_down", "mlp.down_proj"));

  private GgufNames() {}

  /** The name of a part of a layer in the file, such as {@code attn_q.bias}. */
  static String layer(int layer, String part) {
    return "blk." + layer + "." + part;
  }

  /** The Hugging Face name; a name that is not known stays as it is. */
  static String original(String name) {
    Matcher layer = LAYER.matcher(name);
    if (layer.matches() && PARTS.containsKey(layer.group(2))) {
      String part = PARTS.get(layer.group(2)) + "." + layer.group(3);
      return LlamaTensors.layer(Integer.parseInt(layer.group(1)), part);
    }
    return OUTER.getOrDefault(name, name);
  }

  /** Whether the tensor makes queries or keys, whose rows a Llama's file has in another order. */
  static boolean makesPairs(String name) {
    Matcher layer = LAYER.matcher(name);
    return layer.matches() && (layer.group(2).equals("attn_q") || layer.group(2).equals("attn_k"));
  }
}
