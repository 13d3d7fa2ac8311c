package anima.brain.llm.gguf;

import anima.brain.llm.model.Architecture;
import anima.brain.llm.model.Matrix;
import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFamily;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.ModelWeights;
import anima.brain.llm.model.Rotary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a Llama of a Hugging Face folder as a GGUF file, as llama.cpp's own conversion does it.
 * Owned by one test.
 */
public final class GgufCopy {
  private static final float THETA = 10_000;

  public final GgufWriter writer = new GgufWriter();
  private final ModelConfig config;
  private final ModelWeights weights;
  private final GgufType type;

  public GgufCopy(ModelFolder model, GgufType type) throws ModelException {
    this(model, type, Map.of());
  }

  /**
   * Prepares a copy.
   *
   * @param changes settings to add or to replace: Integer, Float or String
   */
  GgufCopy(ModelFolder model, GgufType type, Map<String, Object> changes) throws ModelException {
    this.config = model.config();
    this.weights = model.weights();
    this.type = type;
    Map<String, Object> settings = settings();
    settings.putAll(changes);
    settings.forEach(this::put);
    writeTensors();
  }

  private void put(String key, Object value) {
    if (value instanceof Integer number) {
      writer.integer(key, number);
    } else if (value instanceof Float number) {
      writer.number(key, number);
    } else {
      writer.text(key, (String) value);
    }
  }

  public Path write(Path file) throws IOException {
    writer.write(file);
    return file;
  }

  private Architecture.Llama llama() {
    return (Architecture.Llama) config.architecture();
  }

  private Map<String, Object> settings() {
    String name = config.family() == ModelFamily.MISTRAL ? "llama" : family();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("general.architecture", name);
    settings.put(name + ".context_length", config.contextTokensMax());
    settings.put(name + ".embedding_length", config.hiddenSize());
    settings.put(name + ".block_count", config.layers());
    settings.put(name + ".feed_forward_length", config.feedForwardSize());
    settings.put(name + ".attention.head_count", config.heads());
    settings.put(name + ".attention.head_count_kv", config.keyHeads());
    settings.put(name + ".attention.key_length", config.headSize());
    settings.put(name + ".attention.value_length", config.headSize());
    settings.put(name + ".attention.layer_norm_rms_epsilon", (float) config.normEpsilon());
    settings.put(name + ".rope.freq_base", THETA);
    settings.put(name + ".rope.dimension_count", config.headSize());
    return settings;
  }

  private String family() {
    return config.family().name().toLowerCase(Locale.ROOT);
  }

  private void writeTensors() throws ModelException {
    matrix(GgufNames.EMBEDDING, weights.embedding());
    if (!config.headTied()) {
      matrix(GgufNames.HEAD, weights.head());
    }
    writer.vector("output_norm.weight", weights.vector("model.norm.weight"));
    writeRotaryFactors();
    for (int l = 0; l < config.layers(); l++) {
      writeLayer(l);
    }
  }

  /** Whatever the scaling is, the file divides the plain frequencies. */
  private void writeRotaryFactors() {
    List<Double> plain = Rotary.of(THETA, config.headSize()).frequencies();
    List<Double> wanted = llama().rotary().frequencies();
    if (!plain.equals(wanted)) {
      float[] factors = new float[plain.size()];
      for (int i = 0; i < factors.length; i++) {
        factors[i] = (float) (plain.get(i) / wanted.get(i));
      }
      writer.vector(GgufNames.ROTARY_FACTORS, factors);
    }
  }

  private void writeLayer(int l) throws ModelException {
    vector(l, "attn_norm.weight", "input_layernorm.weight");
    vector(l, "ffn_norm.weight", "post_attention_layernorm.weight");
    linear(l, "attn_q", "self_attn.q_proj", llama().queryBias());
    linear(l, "attn_k", "self_attn.k_proj", llama().queryBias());
    linear(l, "attn_v", "self_attn.v_proj", llama().queryBias());
    if (llama().headNorms()) {
      vector(l, "attn_q_norm.weight", "self_attn.q_norm.weight");
      vector(l, "attn_k_norm.weight", "self_attn.k_norm.weight");
    }
    linear(l, "attn_output", "self_attn.o_proj", llama().outputBias());
    linear(l, "ffn_gate", "mlp.gate_proj", llama().feedForwardBias());
    linear(l, "ffn_up", "mlp.up_proj", llama().feedForwardBias());
    linear(l, "ffn_down", "mlp.down_proj", llama().feedForwardBias());
  }

  private void linear(int l, String name, String original, boolean bias) throws ModelException {
    Matrix matrix = weights.matrix(layer(l, original + ".weight"));
    boolean pairs = name.equals("attn_q") || name.equals("attn_k");
    boolean turned = pairs && config.family() == ModelFamily.LLAMA;
    writer.matrix(
        GgufNames.layer(l, name + ".weight"),
        type,
        matrix.rows,
        matrix.columns,
        (row, into) -> matrix.readFloats(turned ? original(row) : row, into));
    if (bias) {
      float[] values = weights.vector(layer(l, original + ".bias"));
      float[] placed = values.clone();
      for (int i = 0; turned && i < values.length; i++) {
        placed[i] = values[original(i)];
      }
      writer.vector(GgufNames.layer(l, name + ".bias"), placed);
    }
  }

  /** Neighbours (2i, 2i + 1) of a head come from (i, i + half). */
  private int original(int row) {
    int size = config.headSize();
    int inHead = row % size;
    return row - inHead + inHead / 2 + (inHead % 2 == 0 ? 0 : size / 2);
  }

  private void vector(int l, String name, String original) throws ModelException {
    writer.vector(GgufNames.layer(l, name), weights.vector(layer(l, original)));
  }

  private void matrix(String name, Matrix matrix) {
    writer.matrix(name, type, matrix.rows, matrix.columns, matrix::readFloats);
  }

  private static String layer(int l, String part) {
    return "model.layers." + l + "." + part;
  }
}
