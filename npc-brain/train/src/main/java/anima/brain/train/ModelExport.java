package anima.brain.train;

import anima.brain.language.HintTable;
import anima.brain.language.Vocabulary;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.SafetensorsWriter;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes a trained model in the Hugging Face layout, its matrices as int8 rows, and its hints. */
final class ModelExport {
  private static final Gson JSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().setPrettyPrinting().create();
  private static final Gson COMPACT =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private final Path folder;
  private final ModelShape shape;
  private final Vocabulary vocabulary;

  ModelExport(Path folder, ModelShape shape, Vocabulary vocabulary) {
    this.folder = folder;
    this.shape = shape;
    this.vocabulary = vocabulary;
  }

  /** Writes all files, replacing those that are there. */
  void write(List<float[]> weights, HintTable hints) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(ModelFolder.CONFIG), JSON.toJson(config()) + "\n");
    Files.writeString(folder.resolve(ModelFolder.TOKENIZER), COMPACT.toJson(tokenizer()) + "\n");
    tensors(weights).write(folder.resolve(ModelFolder.WEIGHTS));
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(ModelFolder.HINTS)))) {
      hints.write(out);
    }
  }

  private JsonObject config() {
    JsonArray architectures = new JsonArray();
    architectures.add("LlamaForCausalLM");
    JsonObject quantization = new JsonObject();
    quantization.addProperty("quant_method", "anima_int8_rows");
    JsonObject config = new JsonObject();
    config.add("architectures", architectures);
    config.addProperty("model_type", "llama");
    config.addProperty("vocab_size", shape.vocabulary());
    config.addProperty("hidden_size", shape.dim());
    config.addProperty("intermediate_size", shape.hidden());
    config.addProperty("num_hidden_layers", shape.layers());
    config.addProperty("num_attention_heads", shape.heads());
    config.addProperty("num_key_value_heads", shape.keyHeads());
    config.addProperty("head_dim", shape.headDim());
    config.addProperty("max_position_embeddings", shape.context());
    config.addProperty("hidden_act", "silu");
    config.addProperty("rms_norm_eps", ModelShape.NORM_EPSILON);
    config.addProperty("rope_theta", ModelShape.ROPE_THETA);
    config.addProperty("attention_bias", false);
    config.addProperty("mlp_bias", false);
    config.addProperty("tie_word_embeddings", true);
    config.addProperty("pad_token_id", 0);
    config.addProperty("eos_token_id", 1);
    config.add("quantization_config", quantization);
    return config;
  }

  /** Whole words between spaces: utterances are split and linked before they come here. */
  private JsonObject tokenizer() {
    JsonObject words = new JsonObject();
    for (int id = 0; id < vocabulary.size(); id++) {
      words.addProperty(vocabulary.token(id), id);
    }
    JsonObject model = new JsonObject();
    model.addProperty("type", "WordLevel");
    model.add("vocab", words);
    model.addProperty("unk_token", "<unk>");
    JsonObject splitter = new JsonObject();
    splitter.addProperty("type", "WhitespaceSplit");
    JsonObject tokenizer = new JsonObject();
    tokenizer.addProperty("version", "1.0");
    tokenizer.add("truncation", JsonNull.INSTANCE);
    tokenizer.add("padding", JsonNull.INSTANCE);
    tokenizer.add("added_tokens", new JsonArray());
    tokenizer.add("normalizer", JsonNull.INSTANCE);
    tokenizer.add("pre_tokenizer", splitter);
    tokenizer.add("post_processor", JsonNull.INSTANCE);
    tokenizer.add("decoder", JsonNull.INSTANCE);
    tokenizer.add("model", model);
    return tokenizer;
  }

  private SafetensorsWriter tensors(List<float[]> weights) {
    int dim = shape.dim();
    SafetensorsWriter writer = new SafetensorsWriter();
    writer.int8Rows("model.embed_tokens.weight", weights.get(0), shape.vocabulary(), dim);
    writer.floats("model.norm.weight", weights.get(1), dim);
    for (int layer = 0; layer < shape.layers(); layer++) {
      String name = "model.layers." + layer + ".";
      List<float[]> own = weights.subList(2 + 6 * layer, 8 + 6 * layer);
      int q = shape.queryWidth();
      int k = shape.keyWidth();
      writer.floats(name + "input_layernorm.weight", own.get(0), dim);
      rows(writer, name + "self_attn.q_proj.weight", own.get(1), 0, q, dim);
      rows(writer, name + "self_attn.k_proj.weight", own.get(1), q, k, dim);
      rows(writer, name + "self_attn.v_proj.weight", own.get(1), q + k, k, dim);
      rows(writer, name + "self_attn.o_proj.weight", own.get(2), 0, dim, q);
      writer.floats(name + "post_attention_layernorm.weight", own.get(3), dim);
      rows(writer, name + "mlp.gate_proj.weight", own.get(4), 0, shape.hidden(), dim);
      rows(writer, name + "mlp.up_proj.weight", own.get(4), shape.hidden(), shape.hidden(), dim);
      rows(writer, name + "mlp.down_proj.weight", own.get(5), 0, dim, shape.hidden());
    }
    return writer;
  }

  /** Rows {@code first} to {@code first + count} of a matrix, as one of their own. */
  private static void rows(
      SafetensorsWriter writer, String name, float[] matrix, int first, int count, int columns) {
    float[] part = Arrays.copyOfRange(matrix, first * columns, (first + count) * columns);
    writer.int8Rows(name, part, count, columns);
  }
}
