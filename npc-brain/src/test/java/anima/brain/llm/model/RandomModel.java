package anima.brain.llm.model;

import com.google.gson.JsonArray;
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

  /** A model with heads of {@code hidden / heads} numbers. */
  public RandomModel(String architecture, int vocabulary, int hidden, int wide, int layers) {
    JsonArray names = new JsonArray();
    names.add(architecture);
    config.add("architectures", names);
    config.addProperty("vocab_size", vocabulary);
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
    } else {
      config.addProperty(field, (String) value);
    }
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
    int hidden = integer("hidden_size");
    int wide = integer("intermediate_size");
    int heads = integer("num_attention_heads");
    int headSize = config.has("head_dim") ? integer("head_dim") : hidden / heads;
    int queries = heads * headSize;
    int keys = integer("num_key_value_heads") * headSize;
    boolean qwen =
        config.get("architectures").getAsJsonArray().get(0).getAsString().startsWith("Q");
    boolean bias = flag("attention_bias");
    shapes.put(LlamaTensors.EMBEDDING, new int[] {integer("vocab_size"), hidden});
    for (int l = 0; l < integer("num_hidden_layers"); l++) {
      String at = LlamaTensors.layer(l, "");
      shapes.put(at + "input_layernorm.weight", new int[] {hidden});
      shapes.put(at + "post_attention_layernorm.weight", new int[] {hidden});
      linear(at + "self_attn.q_proj", queries, hidden, bias || qwen);
      linear(at + "self_attn.k_proj", keys, hidden, bias || qwen);
      linear(at + "self_attn.v_proj", keys, hidden, bias || qwen);
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
    boolean norm = name.contains("norm");
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
