package anima.brain.llm.gguf;

import anima.brain.llm.model.Architecture;
import anima.brain.llm.model.AttentionShape;
import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFamily;
import anima.brain.llm.model.ModelFault;
import anima.brain.llm.model.ModelLimits;

/**
 * Reads the shape of a model out of the metadata of its GGUF file (keys: ggml-org/ggml,
 * docs/gguf.md). What the runtime cannot compute exactly, it refuses. Owned by one thread.
 */
final class GgufConfigReader {
  private static final String ARCHITECTURE = "general.architecture";

  private final GgufFile file;
  private final GgufMetadata metadata;
  private final String prefix;
  private final ModelFamily family;

  private GgufConfigReader(GgufFile file, String prefix, ModelFamily family) {
    this.file = file;
    this.metadata = file.metadata();
    this.prefix = prefix;
    this.family = family;
  }

  static ModelConfig read(GgufFile file) throws ModelException {
    String name = file.metadata().text(ARCHITECTURE).orElse("(none)");
    ModelFamily family =
        switch (name) {
          case "llama" -> ModelFamily.LLAMA;
          case "qwen2" -> ModelFamily.QWEN2;
          case "qwen3" -> ModelFamily.QWEN3;
          default -> throw new ModelException(ModelFault.FOREIGN_ARCHITECTURE, file.path(), name);
        };
    return new GgufConfigReader(file, name + ".", family).config();
  }

  private ModelConfig config() throws ModelException {
    refuseWhatIsNotComputed();
    int hidden = metadata.integer(prefix + "embedding_length", 1, ModelLimits.WIDTH_MAX);
    AttentionShape attention = attention(hidden);
    GgufRotaryReader rotary = new GgufRotaryReader(file, prefix, attention.headSize());
    return new ModelConfig(
        family,
        new Architecture.Llama(
            rotary.rotary(),
            file.has(GgufNames.layer(0, "attn_q.bias")),
            file.has(GgufNames.layer(0, "attn_output.bias")),
            file.has(GgufNames.layer(0, "ffn_gate.bias")),
            family == ModelFamily.QWEN3),
        vocabularyTokens(),
        hidden,
        metadata.integer(prefix + "feed_forward_length", 1, ModelLimits.WIDTH_MAX),
        metadata.integer(prefix + "block_count", 1, ModelLimits.LAYERS_MAX),
        attention,
        rotary.contextTokensMax(),
        metadata.number(prefix + "attention.layer_norm_rms_epsilon", 0, 1, 1e-6),
        !file.has(GgufNames.HEAD),
        false,
        GgufVocabulary.of(metadata).ends());
  }

  private void refuseWhatIsNotComputed() throws ModelException {
    String experts = prefix + "expert_count";
    int count = metadata.integer(experts, 0, Integer.MAX_VALUE, 0);
    if (count > 0) {
      throw metadata.setting(experts, count, 0);
    }
  }

  private AttentionShape attention(int hidden) throws ModelException {
    String keyHeadsKey = prefix + "attention.head_count_kv";
    int heads = metadata.integer(prefix + "attention.head_count", 1, ModelLimits.HEADS_MAX);
    int keyHeads = metadata.integer(keyHeadsKey, 1, heads, heads);
    if (heads % keyHeads != 0) {
      throw metadata.setting(keyHeadsKey, keyHeads, "a divisor of " + heads);
    }
    String sizeKey = prefix + "attention.key_length";
    int size = metadata.integer(sizeKey, 2, ModelLimits.HEAD_SIZE_MAX, hidden / heads);
    if (size < 2 || size > ModelLimits.HEAD_SIZE_MAX || size % 2 != 0) {
      throw metadata.setting(sizeKey, size, "even, at most " + ModelLimits.HEAD_SIZE_MAX);
    }
    equal(prefix + "attention.value_length", size);
    equal(prefix + "rope.dimension_count", size);
    return new AttentionShape(heads, keyHeads, size);
  }

  private void equal(String key, int wanted) throws ModelException {
    int value = metadata.integer(key, 0, Integer.MAX_VALUE, wanted);
    if (value != wanted) {
      throw metadata.setting(key, value, wanted);
    }
  }

  private int vocabularyTokens() throws ModelException {
    GgufEntry embedding = file.entries().get(GgufNames.EMBEDDING);
    if (embedding == null) {
      throw new ModelException(ModelFault.TENSOR_MISSING, file.path(), GgufNames.EMBEDDING);
    }
    long rows = embedding.shape().get(0);
    if (rows > ModelLimits.VOCABULARY_TOKENS_MAX) {
      throw new ModelException(
          ModelFault.TENSOR_ENTRY, file.path(), GgufNames.EMBEDDING, "it has " + rows + " rows");
    }
    return (int) rows;
  }
}
