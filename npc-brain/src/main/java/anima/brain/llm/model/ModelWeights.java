package anima.brain.llm.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tensors of a Llama-shaped model by their Hugging Face names, each checked against the
 * configuration: all there, nothing else there, right shape, readable type, finite. Immutable; any
 * thread.
 */
public final class ModelWeights {
  public static final String EMBEDDING = "model.embed_tokens.weight";
  public static final String FINAL_NORM = "model.norm.weight";
  public static final String HEAD = "lm_head.weight";
  public static final String SCALE_SUFFIX = "_scale";

  /** Tensors that older exports carry and that are computed here. */
  private static final Pattern IGNORED = Pattern.compile(".*\\.rotary_emb\\.inv_freq");

  private final ModelConfig config;
  private final SafetensorsFile file;
  private final Set<String> used = new HashSet<>();

  private ModelWeights(ModelConfig config, SafetensorsFile file) {
    this.config = config;
    this.file = file;
  }

  /** Checks names, types and shapes; reads no values yet. */
  static ModelWeights of(ModelConfig config, SafetensorsFile file) throws ModelException {
    ModelWeights weights = new ModelWeights(config, file);
    weights.checkAll();
    return weights;
  }

  public static String layer(int layer, String part) {
    return "model.layers." + layer + "." + part;
  }

  private void checkAll() throws ModelException {
    int hidden = config.hiddenSize();
    checkMatrix(EMBEDDING, config.vocabularyTokens(), hidden);
    checkVector(FINAL_NORM, hidden);
    if (!config.headTied() || file.entry(HEAD).isPresent()) {
      checkMatrix(HEAD, config.vocabularyTokens(), hidden);
    }
    for (int l = 0; l < config.layers(); l++) {
      checkLayer(l);
    }
    for (String name : file.names()) {
      if (!used.contains(name) && !IGNORED.matcher(name).matches()) {
        throw new ModelException(ModelFault.TENSOR_UNKNOWN, file.path(), name);
      }
    }
  }

  private void checkLayer(int l) throws ModelException {
    int hidden = config.hiddenSize();
    int wide = config.feedForwardSize();
    checkVector(layer(l, "input_layernorm.weight"), hidden);
    checkVector(layer(l, "post_attention_layernorm.weight"), hidden);
    checkLinear(layer(l, "self_attn.q_proj"), config.queryWidth(), hidden, config.queryBias());
    checkLinear(layer(l, "self_attn.k_proj"), config.keyWidth(), hidden, config.queryBias());
    checkLinear(layer(l, "self_attn.v_proj"), config.keyWidth(), hidden, config.queryBias());
    checkLinear(layer(l, "self_attn.o_proj"), hidden, config.queryWidth(), config.outputBias());
    checkLinear(layer(l, "mlp.gate_proj"), wide, hidden, config.feedForwardBias());
    checkLinear(layer(l, "mlp.up_proj"), wide, hidden, config.feedForwardBias());
    checkLinear(layer(l, "mlp.down_proj"), hidden, wide, config.feedForwardBias());
  }

  private void checkLinear(String name, int rows, int columns, boolean bias) throws ModelException {
    checkMatrix(name + ".weight", rows, columns);
    if (bias) {
      checkVector(name + ".bias", rows);
    }
  }

  private void checkMatrix(String name, int rows, int columns) throws ModelException {
    TensorEntry entry = check(name, List.of((long) rows, (long) columns));
    boolean int8 = entry.type() == TensorType.I8 && config.rowsInt8();
    if (int8) {
      checkVector(name + SCALE_SUFFIX, rows);
    } else if (!entry.type().isFloat()) {
      throw wrongType(entry, config.rowsInt8() ? "I8, F32, F16 or BF16" : "F32, F16 or BF16");
    }
  }

  private void checkVector(String name, int length) throws ModelException {
    TensorEntry entry = check(name, List.of((long) length));
    if (!entry.type().isFloat()) {
      throw wrongType(entry, "F32, F16 or BF16");
    }
  }

  private TensorEntry check(String name, List<Long> shape) throws ModelException {
    TensorEntry entry = entry(name);
    if (!entry.shape().equals(shape)) {
      throw new ModelException(ModelFault.TENSOR_SHAPE, file.path(), name, entry.shape(), shape);
    }
    used.add(name);
    return entry;
  }

  private TensorEntry entry(String name) throws ModelException {
    return file.entry(name)
        .orElseThrow(() -> new ModelException(ModelFault.TENSOR_MISSING, file.path(), name));
  }

  private ModelException wrongType(TensorEntry entry, String wanted) {
    return new ModelException(
        ModelFault.TENSOR_TYPE, file.path(), entry.name(), entry.type(), wanted);
  }

  public Matrix embedding() throws ModelException {
    return matrix(EMBEDDING);
  }

  public Matrix head() throws ModelException {
    return matrix(config.headTied() ? EMBEDDING : HEAD);
  }

  public Matrix matrix(String name) throws ModelException {
    TensorEntry entry = entry(name);
    int rows = Math.toIntExact(entry.shape().get(0));
    int columns = Math.toIntExact(entry.shape().get(1));
    if (entry.type() == TensorType.I8) {
      return new Int8Matrix(file.map(entry), vector(name + SCALE_SUFFIX), columns);
    }
    return new FloatMatrix(file.map(entry), entry.type(), rows, columns);
  }

  public float[] vector(String name) throws ModelException {
    TensorEntry entry = entry(name);
    float[] values = new float[Math.toIntExact(entry.shape().get(0))];
    new FloatMatrix(file.map(entry), entry.type(), 1, values.length).readFloats(0, values);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw notFinite(name);
      }
    }
    return values;
  }

  public ModelException tooLarge(String name) {
    return new ModelException(
        ModelFault.TENSOR_ENTRY, file.path(), name, "it is larger than 2 GB in memory");
  }

  public ModelException notFinite(String name) {
    return new ModelException(ModelFault.TENSOR_VALUE, file.path(), name);
  }
}
