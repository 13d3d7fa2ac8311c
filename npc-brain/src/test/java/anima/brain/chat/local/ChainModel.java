package anima.brain.chat.local;

import anima.brain.llm.LlmOptions;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.schedule.SchedulerOptions;
import anima.brain.llm.text.ByteTokenizer;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A real model whose weights make each token follow a certain other one, so that a test knows what
 * it says: the embedding tells tokens apart, the layer adds nothing, the head names the next.
 */
final class ChainModel {
  private static final int HIDDEN = 320;
  private static final int WIDE = 32;

  private final List<String> marks;
  private final Map<Integer, Integer> next;
  private final Map<String, float[]> values = new LinkedHashMap<>();
  private final Map<String, int[]> shapes = new LinkedHashMap<>();

  /**
   * Describes a model.
   *
   * @param next what follows a token; all others are followed by the end
   */
  ChainModel(List<String> marks, Map<Integer, Integer> next) {
    this.marks = marks;
    this.next = next;
  }

  LocalModel open(Path folder, String template) throws Exception {
    int vocabulary = ByteTokenizer.TOKENS + marks.size();
    add("model.embed_tokens.weight", vocabulary, HIDDEN);
    add("lm_head.weight", vocabulary, HIDDEN);
    for (int token = 0; token < vocabulary; token++) {
      set("model.embed_tokens.weight", token, token, 1);
      set("lm_head.weight", next.getOrDefault(token, ByteTokenizer.END), token, 1);
    }
    String layer = "model.layers.0.";
    for (String norm :
        List.of(layer + "input_layernorm", layer + "post_attention_layernorm", "model.norm")) {
      add(norm + ".weight", HIDDEN);
      Arrays.fill(Objects.requireNonNull(values.get(norm + ".weight")), 1);
    }
    add(layer + "self_attn.q_proj.weight", HIDDEN, HIDDEN);
    add(layer + "self_attn.k_proj.weight", HIDDEN / 2, HIDDEN);
    add(layer + "self_attn.v_proj.weight", HIDDEN / 2, HIDDEN);
    add(layer + "self_attn.o_proj.weight", HIDDEN, HIDDEN);
    add(layer + "mlp.gate_proj.weight", WIDE, HIDDEN);
    add(layer + "mlp.up_proj.weight", WIDE, HIDDEN);
    add(layer + "mlp.down_proj.weight", HIDDEN, WIDE);
    Files.writeString(folder.resolve(ModelFolder.CONFIG), config(vocabulary).toString());
    Files.write(folder.resolve(ModelFolder.WEIGHTS), weights());
    ByteTokenizer.write(folder, marks);
    Files.writeString(folder.resolve("chat_template.jinja"), template);
    return LocalModel.open(
        "chain",
        ModelFolder.open(folder),
        LlmOptions.defaults().withThreads(1).withContextTokens(1024),
        SchedulerOptions.DEFAULT.withSlots(2),
        folder.resolve("cache"),
        InstantSource.system());
  }

  private void add(String name, int... shape) {
    shapes.put(name, shape);
    values.put(name, new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)]);
  }

  private void set(String name, int row, int column, float value) {
    float[] all = Objects.requireNonNull(values.get(name));
    all[row * HIDDEN + column] = value;
  }

  private static JsonObject config(int vocabulary) {
    JsonArray names = new JsonArray();
    names.add("LlamaForCausalLM");
    JsonObject config = new JsonObject();
    config.add("architectures", names);
    config.addProperty("vocab_size", vocabulary);
    config.addProperty("hidden_size", HIDDEN);
    config.addProperty("intermediate_size", WIDE);
    config.addProperty("num_hidden_layers", 1);
    config.addProperty("num_attention_heads", 10);
    config.addProperty("num_key_value_heads", 5);
    config.addProperty("max_position_embeddings", 2048);
    config.addProperty("rms_norm_eps", 1e-5);
    config.addProperty("eos_token_id", ByteTokenizer.END);
    return config;
  }

  private byte[] weights() throws IOException {
    JsonObject header = new JsonObject();
    int at = 0;
    for (Map.Entry<String, float[]> tensor : values.entrySet()) {
      JsonArray shape = new JsonArray();
      Arrays.stream(Objects.requireNonNull(shapes.get(tensor.getKey()))).forEach(shape::add);
      JsonArray offsets = new JsonArray();
      offsets.add(at);
      at += Float.BYTES * tensor.getValue().length;
      offsets.add(at);
      JsonObject entry = new JsonObject();
      entry.addProperty("dtype", "F32");
      entry.add("shape", shape);
      entry.add("data_offsets", offsets);
      header.add(tensor.getKey(), entry);
    }
    byte[] head = header.toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(Long.BYTES + head.length + at).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(head.length).put(head);
    values.values().forEach(floats -> put(file, floats));
    return file.array();
  }

  private static void put(ByteBuffer file, float... floats) {
    for (float value : floats) {
      file.putFloat(value);
    }
  }
}
