package anima.brain.llm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anima.brain.llm.Llm;
import anima.brain.llm.LlmOptions;
import anima.brain.llm.model.RandomModel.Storage;
import anima.world.Language;
import com.google.gson.JsonArray;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every damage has its one sentence, and none gets as far as the native runtime. */
final class DamagedModelTest {
  @TempDir Path temporary;
  private Path folder;
  private Path weights;

  @BeforeEach
  void write() throws IOException {
    folder = RandomModel.small().write(temporary.resolve("model"));
    weights = folder.resolve(ModelFolder.WEIGHTS);
  }

  @Test
  void a_missing_folder() throws Exception {
    Path nowhere = temporary.resolve("nowhere");
    ModelException thrown = refused(nowhere);
    assertThat(thrown)
        .hasMessage(
            nowhere
                + ": there is no such folder; name a .gguf file or the folder that holds config.json,"
                + " model.safetensors and tokenizer.json");
    assertThat(thrown.in(Language.ZH)).startsWith(nowhere + "：没有这个文件夹");
  }

  @Test
  void missing_files() throws Exception {
    Files.delete(weights);
    check(ModelFault.NO_FILE, "model.safetensors: the file is missing");
    Files.delete(folder.resolve(ModelFolder.CONFIG));
    check(ModelFault.NO_FILE, "config.json: the file is missing");
  }

  @Test
  void a_config_that_is_not_json() throws Exception {
    Files.writeString(folder.resolve(ModelFolder.CONFIG), "{\"architectures\": [");
    check(ModelFault.NOT_JSON, "config.json: is not valid JSON (");
    Files.writeString(folder.resolve(ModelFolder.CONFIG), "[1]");
    check(ModelFault.NOT_JSON, "it holds no object");
    Files.write(folder.resolve(ModelFolder.CONFIG), new byte[] {'{', (byte) 0xff, '}'});
    check(ModelFault.NOT_JSON, "it is not UTF-8");
    Files.write(folder.resolve(ModelFolder.CONFIG), new byte[(int) JsonFile.BYTES_MAX + 1]);
    check(ModelFault.TOO_LARGE, "is larger than 1048576 bytes");
  }

  @Test
  void a_foreign_architecture() throws Exception {
    JsonArray names = new JsonArray();
    names.add("Mamba2ForCausalLM");
    RandomModel model = RandomModel.small();
    model.config.add("architectures", names);
    rewriteConfig(model);
    check(ModelFault.FOREIGN_ARCHITECTURE, "the architecture Mamba2ForCausalLM is not known here");
  }

  @Test
  void settings_that_are_not_computed() throws Exception {
    checkSetting("hidden_act", "gelu", "\"hidden_act\" is gelu but must be silu");
    checkSetting("hidden_size", "big", "\"hidden_size\" is \"big\" but must be a number from 1");
    checkSetting("hidden_size", 1e9, "must be a number from 1 to 131072");
    checkSetting("hidden_size", 64.5, "\"hidden_size\" is 64.5");
    checkSetting(
        "num_key_value_heads", 3, "\"num_key_value_heads\" is 3 but must be a divisor of 4");
    checkSetting("head_dim", 7, "\"head_dim\" is 7 but must be even");
    checkSetting("rope_scaling", "yarn", "\"rope_scaling\" is \"yarn\" but must be an object");
    checkSetting("quantization_config", "gptq", "must be anima_int8_rows or absent");
    checkSetting("eos_token_id", 97, "\"eos_token_id\" is 97 but must be a number from 0 to 96");
    checkSetting("tie_word_embeddings", "yes", "must be true or false");
  }

  private void checkSetting(String name, Object value, String says) throws Exception {
    rewriteConfig(RandomModel.small().set(name, value));
    check(ModelFault.SETTING, says);
  }

  @Test
  void config_and_weights_of_different_models() throws Exception {
    rewriteConfig(
        new RandomModel("LlamaForCausalLM", 98, 64, 96, 2).set("tie_word_embeddings", true));
    check(
        ModelFault.TENSOR_SHAPE,
        "the tensor model.embed_tokens.weight has the shape [97, 64] but the settings ask for [98,"
            + " 64]");
    rewriteConfig(
        new RandomModel("LlamaForCausalLM", 97, 64, 96, 3).set("tie_word_embeddings", true));
    check(ModelFault.TENSOR_MISSING, "the tensor model.layers.2.input_layernorm.weight is missing");
    rewriteConfig(
        new RandomModel("LlamaForCausalLM", 97, 64, 96, 1).set("tie_word_embeddings", true));
    check(ModelFault.TENSOR_UNKNOWN, "the tensor model.layers.1.");
    rewriteConfig(
        new RandomModel("Qwen2ForCausalLM", 97, 64, 96, 2).set("tie_word_embeddings", true));
    check(ModelFault.TENSOR_MISSING, "self_attn.q_proj.bias is missing");
  }

  @Test
  void int8_without_its_announcement_and_without_its_scales() throws Exception {
    RandomModel.small().storage(Storage.INT8_ROWS).write(folder);
    rewriteConfig(RandomModel.small());
    check(ModelFault.TENSOR_TYPE, "is stored as I8 but must be F32, F16 or BF16");
    RandomModel.small().write(folder);
    new SafetensorsWriter()
        .add(LlamaTensors.EMBEDDING, TensorType.I8, ByteBuffer.allocate(97 * 64), 97, 64)
        .write(weights);
    rewriteConfig(RandomModel.small().storage(Storage.INT8_ROWS));
    check(ModelFault.TENSOR_MISSING, "model.embed_tokens.weight_scale is missing");
  }

  @Test
  void a_weight_that_is_not_a_number() throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(weights.toFile(), "rw")) {
      file.seek(file.length() - Float.BYTES);
      file.write(new byte[] {0, 0, (byte) 0xc0, 0x7f});
    }
    check(ModelFault.TENSOR_VALUE, "the tensor model.norm.weight holds a value");
  }

  @Test
  void truncated_weights() throws Exception {
    byte[] bytes = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(bytes, bytes.length - 100));
    check(ModelFault.TENSOR_ENTRY, "lie outside the");
    Files.write(weights, Arrays.copyOf(bytes, 5));
    check(ModelFault.HEADER, "the file ends after 5 bytes");
    Files.write(weights, Arrays.copyOf(bytes, 500));
    check(ModelFault.HEADER, "bytes, the file has 500");
    Files.write(weights, new byte[0]);
    check(ModelFault.HEADER, "the file ends after 0 bytes");
    Files.write(weights, Arrays.copyOf(bytes, bytes.length + 3));
    check(ModelFault.HEADER, "3 bytes at the end of the file belong to no tensor");
  }

  @Test
  void a_header_that_claims_too_much() throws Exception {
    byte[] bytes = Files.readAllBytes(weights);
    Arrays.fill(bytes, 0, 8, (byte) 0xff);
    Files.write(weights, bytes);
    check(ModelFault.HEADER, "it claims 18446744073709551615 bytes, the most is 16777216");
  }

  @Test
  void hostile_headers() throws Exception {
    checkHeader("", ModelFault.HEADER, "not valid JSON");
    checkHeader("[]", ModelFault.HEADER, "not valid JSON");
    checkHeader("{} x", ModelFault.HEADER, "not valid JSON");
    checkHeader("[".repeat(100_000), ModelFault.HEADER, "not valid JSON");
    checkHeader(entry("F32", "1", "0,4") + "," + entry("F32", "1", "0,4"), "it stands there twice");
    checkHeader(entry("F32", "1", "0,4") + ",\"b\":" + body("F32", "1", "2,6"), "it overlaps");
    checkHeader(entry("F32", "1", "4,8"), "unused bytes lie before it");
    checkHeader(entry("F32", "1", "4,0"), "bytes 4 to 0 lie outside");
    checkHeader(entry("F32", "1", "-4,0"), "it has the negative number -4");
    checkHeader(entry("F32", "2", "0,4"), "its shape needs 8 bytes and it has 4");
    checkHeader(entry("F32", "4294967296,4294967296,4", "0,0"), "its shape is too large");
    checkHeader(entry("F32", "1,1,1,1,1,1,1,1,1", "0,4"), "more than 8 numbers");
    checkHeader(entry("F33", "1", "0,4"), "unknown dtype F33");
    checkHeader(entry("F32", "1", "0,4").replace("shape", "shap"), "unknown field shap");
    checkHeader("\"a\":{\"dtype\":\"F32\"}", "dtype, shape or data_offsets is missing");
    checkHeader("{" + entry("F32", "9".repeat(30), "0,4") + "}", ModelFault.HEADER, "out of range");
    checkHeader(
        "{\"" + "a".repeat(257) + "\":" + body("F32", "1", "0,4") + "}",
        ModelFault.HEADER,
        "a tensor's name has 257 characters");
  }

  private static String entry(String type, String shape, String offsets) {
    return "\"a\":" + body(type, shape, offsets);
  }

  private static String body(String type, String shape, String offsets) {
    return "{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%s]}"
        .formatted(type, shape, offsets);
  }

  private void checkHeader(String entries, String says) throws Exception {
    checkHeader("{" + entries + "}", ModelFault.TENSOR_ENTRY, says);
  }

  private void checkHeader(String json, ModelFault fault, String says) throws Exception {
    byte[] header = json.getBytes(StandardCharsets.UTF_8);
    byte[] file = new byte[Long.BYTES + header.length + 8];
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header);
    Files.write(weights, file);
    check(fault, says);
  }

  @Test
  void hostile_names_are_shown_harmlessly() throws Exception {
    checkHeader(
        "{\"a\\u001b[31m\\n" + "x".repeat(200) + "\":" + body("F33", "1", "0,8") + "}",
        ModelFault.TENSOR_ENTRY,
        "the entry of tensor a [31m xxx");
    assertThat(refused(folder).in(Language.EN).length()).isLessThan(500);
  }

  private void rewriteConfig(RandomModel model) throws IOException {
    Files.writeString(folder.resolve(ModelFolder.CONFIG), model.config.toString());
  }

  private void check(ModelFault fault, String says) throws Exception {
    ModelException thrown = refused(folder);
    assertThat(thrown).hasMessageContaining(says);
    assertThat(thrown.fault()).isEqualTo(fault);
    assertThat(thrown.in(Language.EN)).startsWith(folder.toString()).doesNotContain("\n");
    assertThat(thrown.in(Language.ZH)).startsWith(folder.toString()).contains("请");
  }

  private static ModelException refused(Path folder) {
    return catchThrowableOfType(
        ModelException.class, () -> Llm.open(ModelFolder.open(folder), LlmOptions.defaults()));
  }
}
