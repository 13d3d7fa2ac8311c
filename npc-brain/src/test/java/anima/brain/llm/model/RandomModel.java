package anima.brain.llm.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

/** Writes a model of random weights in the Hugging Face layout. Owned by one test. */
public final class RandomModel {
  /** How the matrices are stored. */
  public enum Storage {
    F32,
    F16,
    BF16,
    INT8_ROWS
  }

  public final JsonObject config = new JsonObject();
  final Map<String, int[]> shapes = new LinkedHashMap<>();
  private Storage storage = Storage.F32;
  private BiConsumer<String, float[]> change = (name, values) -> {};
  private long seed = 1;
  private String prefix = "";

  private RandomModel(String architecture, int vocabulary) {
    JsonArray names = new JsonArray();
    names.add(architecture);
    config.add("architectures", names);
    config.addProperty("vocab_size", vocabulary);
  }

  /** A model with heads of {@code hidden / heads} numbers. */
  public RandomModel(String architecture, int vocabulary, int hidden, int wide, int layers) {
    this(architecture, vocabulary);
    config.addProperty("hidden_size", hidden);
    config.addProperty("intermediate_size", wide);
    config.addProperty("num_hidden_layers", layers);
    config.addProperty("max_position_embeddings", 512);
    config.addProperty("rms_norm_eps", 1e-5);
    heads(4, 2);
  }

  public static RandomModel small() {
    return new RandomModel("LlamaForCausalLM", 97, 64, 96, 2).set("tie_word_embeddings", true);
  }

  /** Changes the values of tensors, by name, before they are stored. */
  public RandomModel change(BiConsumer<String, float[]> how) {
    this.change = how;
    return this;
  }

  /** A GPT-2 with 64 positions. */
  public static RandomModel gpt2(int vocabulary, int hidden, int heads, int layers) {
    return new RandomModel("GPT2LMHeadModel", vocabulary)
        .set("n_embd", hidden)
        .set("n_head", heads)
        .set("n_layer", layers)
        .set("n_positions", 64)
        .set("layer_norm_epsilon", 1e-5);
  }

  public RandomModel heads(int heads, int keyHeads) {
    config.addProperty("num_attention_heads", heads);
    config.addProperty("num_key_value_heads", keyHeads);
    return this;
  }

  public RandomModel set(String field, Object value) {
    if (value instanceof Boolean flag) {
      config.addProperty(field, flag);
    } else if (value instanceof Number number) {
      config.addProperty(field, number);
    } else if (value instanceof JsonElement json) {
      config.add(field, json);
    } else {
      config.addProperty(field, (String) value);
    }
    return this;
  }

  /** What stands before the names of a GPT-2's tensors. */
  public RandomModel prefix(String value) {
    prefix = value;
    return this;
  }

  public RandomModel seed(long value) {
    seed = value;
    return this;
  }

  public RandomModel storage(Storage value) {
    storage = value;
    if (value == Storage.INT8_ROWS) {
      JsonObject quantization = new JsonObject();
      quantization.addProperty("quant_method", LlamaConfigReader.INT8_ROWS);
      config.add("quantization_config", quantization);
    }
    return this;
  }

  private int integer(String field) {
    return config.get(field).getAsInt();
  }

  private boolean flag(String field) {
    return config.has(field) && config.get(field).getAsBoolean();
  }

  private void declare() {
    if (config.has("n_embd")) {
      declareGpt2();
    } else {
      declareLlama();
    }
  }

  private void declareGpt2() {
    int hidden = integer("n_embd");
    int wide = config.has("n_inner") ? integer("n_inner") : 4 * hidden;
    shapes.put(prefix + "wte.weight", new int[] {integer("vocab_size"), hidden});
    shapes.put(prefix + "wpe.weight", new int[] {integer("n_positions"), hidden});
    for (int l = 0; l < integer("n_layer"); l++) {
      String at = prefix + "h." + l + ".";
      linear(at + "ln_1", new int[] {hidden}, hidden);
      linear(at + "attn.c_attn", new int[] {hidden, 3 * hidden}, 3 * hidden);
      linear(at + "attn.c_proj", new int[] {hidden, hidden}, hidden);
      linear(at + "ln_2", new int[] {hidden}, hidden);
      linear(at + "mlp.c_fc", new int[] {hidden, wide}, wide);
      linear(at + "mlp.c_proj", new int[] {wide, hidden}, hidden);
    }
    linear(prefix + "ln_f", new int[] {hidden}, hidden);
    if (config.has("tie_word_embeddings") && !flag("tie_word_embeddings")) {
      shapes.put(ModelWeights.HEAD, new int[] {integer("vocab_size"), hidden});
    }
  }

  private void linear(String name, int[] shape, int outputs) {
    shapes.put(name + ".weight", shape);
    shapes.put(name + ".bias", new int[] {outputs});
  }

  private void declareLlama() {
    int hidden = integer("hidden_size");
    int wide = integer("intermediate_size");
    int heads = integer("num_attention_heads");
    int headSize = config.has("head_dim") ? integer("head_dim") : hidden / heads;
    int queries = heads * headSize;
    int keys = integer("num_key_value_heads") * headSize;
    String name = config.get("architectures").getAsJsonArray().get(0).getAsString();
    boolean qwen = name.startsWith("Qwen2");
    boolean bias = flag("attention_bias");
    shapes.put(LlamaTensors.EMBEDDING, new int[] {integer("vocab_size"), hidden});
    for (int l = 0; l < integer("num_hidden_layers"); l++) {
      String at = LlamaTensors.layer(l, "");
      shapes.put(at + "input_layernorm.weight", new int[] {hidden});
      shapes.put(at + "post_attention_layernorm.weight", new int[] {hidden});
      linear(at + "self_attn.q_proj", queries, hidden, bias || qwen);
      linear(at + "self_attn.k_proj", keys, hidden, bias || qwen);
      linear(at + "self_attn.v_proj", keys, hidden, bias || qwen);
      if (name.startsWith("Qwen3")) {
        shapes.put(at + "self_attn.q_norm.weight", new int[] {headSize});
        shapes.put(at + "self_attn.k_norm.weight", new int[] {headSize});
      }
      linear(at + "self_attn.o_proj", hidden, queries, bias);
      linear(at + "mlp.gate_proj", wide, hidden, flag("mlp_bias"));
      linear(at + "mlp.up_proj", wide, hidden, flag("mlp_bias"));
      linear(at + "mlp.down_proj", hidden, wide, flag("mlp_bias"));
    }
    shapes.put(LlamaTensors.FINAL_NORM, new int[] {hidden});
    if (!flag("tie_word_embeddings")) {
      shapes.put(ModelWeights.HEAD, new int[] {integer("vocab_size"), hidden});
    }
  }

  private void linear(String name, int rows, int columns, boolean bias) {
    shapes.put(name + ".weight", new int[] {rows, columns});
    if (bias) {
      shapes.put(name + ".bias", new int[] {rows});
    }
  }

  /** Writes the folder's config and weights. */
  public Path write(Path folder) throws IOException {
    declare();
    Random random = new Random(seed);
    SafetensorsWriter writer = new SafetensorsWriter();
    shapes.forEach((name, shape) -> add(writer, name, shape, random));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(ModelFolder.CONFIG), config.toString());
    writer.write(folder.resolve(ModelFolder.WEIGHTS));
    return folder;
  }

  private void add(SafetensorsWriter writer, String name, int[] shape, Random random) {
    boolean matrix = shape.length == 2;
    boolean norm = name.endsWith("norm.weight") || name.matches(".*ln_.\\.weight");
    double spread = matrix ? 1.5 / Math.sqrt(shape[1]) : 0.2;
    float[] values = new float[matrix ? shape[0] * shape[1] : shape[0]];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * spread + (norm ? 1 : 0));
    }
    change.accept(name, values);
    if (!matrix || storage == Storage.F32) {
      writer.floats(name, values, shape);
    } else if (storage == Storage.INT8_ROWS) {
      writer.int8Rows(name, values, shape[0], shape[1]);
    } else {
      writer.add(name, TensorType.valueOf(storage.name()), shorts(values), shape);
    }
  }

  /** Rounds towards zero; subnormal halves become zero. */
  private ByteBuffer shorts(float[] values) {
    ByteBuffer bytes = SafetensorsWriter.littleEndian(2 * values.length);
    for (int i = 0; i < values.length; i++) {
      int bits = Float.floatToIntBits(values[i]);
      int exponent = ((bits >> 23) & 0xff) - 112;
      int half = ((bits >> 16) & 0x8000) | (exponent << 10) | ((bits >> 13) & 0x3ff);
      bytes.putShort(
          2 * i, (short) (storage == Storage.BF16 ? bits >> 16 : exponent <= 0 ? 0 : half));
    }
    return bytes;
  }
}
