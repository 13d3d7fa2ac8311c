package anima.brain.llm.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFault;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import anima.world.Language;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every damage of a GGUF file has its one sentence. */
final class DamagedGgufTest {
  @TempDir Path temporary;
  private Path file;
  private ByteBuffer head;

  @BeforeEach
  void begin() {
    file = temporary.resolve("model.gguf");
    head = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Test
  void no_gguf_at_all() throws Exception {
    Files.write(file, new byte[0]);
    check(ModelFault.HEADER, "it needs 4 bytes at byte 0 and 0 are left");
    Files.writeString(file, "PK and more");
    check(ModelFault.HEADER, "it does not begin with GGUF");
  }

  @Test
  void another_version() throws Exception {
    checkHead(start(1, 0, 0), ModelFault.HEADER, "it has the version 1, not 2 or 3");
    checkHead(start(4, 0, 0), ModelFault.HEADER, "it has the version 4, not 2 or 3");
    checkHead(start(0x03000000, 0, 0), ModelFault.HEADER, "begin numbers at the other end");
  }

  @Test
  void counts_that_no_model_has() throws Exception {
    checkHead(start(3, -1, 0), ModelFault.HEADER, "it claims 18446744073709551615 tensors");
    checkHead(start(3, 1 << 30, 0), ModelFault.HEADER, "1073741824 tensors, the most is 20000");
    checkHead(start(3, 0, 5000), ModelFault.HEADER, "it claims 5000 keys, the most is 4096");
    checkHead(start(3, 0, 1), ModelFault.HEADER, "it needs");
  }

  @Test
  void texts_that_claim_too_much() throws Exception {
    checkHead(start(3, 0, 1).putLong(-1), ModelFault.HEADER, "a key claims 18446744073709551615");
    checkHead(start(3, 0, 1).putLong(257), ModelFault.HEADER, "a key claims 257 bytes");
    checkHead(
        key("k", GgufValueType.TEXT).putLong(1 << 21), ModelFault.HEADER, "claims 2097152 bytes");
    checkHead(
        key("k", GgufValueType.TEXT).putLong(1).put((byte) 0xff),
        ModelFault.HEADER,
        "the text of k is not UTF-8");
  }

  @Test
  void lists_that_claim_too_much() throws Exception {
    checkHead(
        list("k", GgufValueType.UINT64, 4_000_000), ModelFault.HEADER, "it needs 32000000 bytes");
    checkHead(
        list("k", GgufValueType.TEXT, Long.MAX_VALUE),
        ModelFault.HEADER,
        "it claims 9223372036854775807 values of k");
    checkHead(
        list("k", GgufValueType.TEXT, 1).putLong(5000),
        ModelFault.HEADER,
        "5000 bytes for a text of k");
    checkHead(list("k", GgufValueType.ARRAY, 1), ModelFault.HEADER, "a list of lists");
    checkHead(key("k", 13), ModelFault.HEADER, "the value of k has the type 13");
    checkHead(list("k", 99, 1), ModelFault.HEADER, "the value of k has the type 99");
  }

  @Test
  void a_key_twice() throws Exception {
    start(3, 0, 2);
    for (int i = 0; i < 2; i++) {
      text("k").putInt(GgufValueType.BOOL.id).put((byte) 1);
    }
    checkHead(head, ModelFault.HEADER, "the key k stands there twice");
  }

  @Test
  void tensors_that_cannot_be() throws Exception {
    checkTensor(0, "it has 0 dimensions", 0);
    checkTensor(0, "it has 5 dimensions", 0, 1, 1, 1, 1, 1);
    checkTensor(0, "it has the size 0", 0, 0);
    checkTensor(0, "it has the size -4", 0, -4);
    checkTensor(0, "its shape is too large", 0, 1L << 40, 1L << 40);
    checkTensor(0, "rows of 33 are not whole blocks of 32", GgufType.Q4_0.id, 33);
    checkTensor(0, "lie outside the", 0, 1000);
    checkPlace(32, "it begins at 5, no multiple of 32", 5, 0, 1);
    checkPlace(0, "lie outside the", Long.MIN_VALUE, 0, 1);
    checkPlace(64, "lie outside the", 1L << 62, 0, 1);
  }

  private void checkTensor(int dataBytes, String says, int type, long... shape) throws Exception {
    checkPlace(dataBytes, says, 0, type, shape);
  }

  private void checkPlace(int dataBytes, String says, long offset, int type, long... shape)
      throws Exception {
    checkHead(
        tensor(start(3, 1, 0), offset, type, shape), dataBytes, ModelFault.TENSOR_ENTRY, says);
  }

  @Test
  void tensors_on_top_of_each_other_and_of_one_name() throws Exception {
    tensor(start(3, 2, 0), 0, 0, 16);
    checkHead(tensor(head, 32, 0, 1), 96, ModelFault.TENSOR_ENTRY, "it stands there twice");
    tensor(start(3, 2, 0), 0, 0, 16);
    text("u").putInt(1).putLong(1).putInt(0).putLong(32);
    checkHead(head, 96, ModelFault.TENSOR_ENTRY, "it overlaps the tensor before it");
  }

  @Test
  void types_that_are_not_read() throws Exception {
    checkHead(
        tensor(start(3, 1, 0), 0, 11, 256),
        ModelFault.TENSOR_TYPE,
        "the tensor t is stored as Q3_K but must be F32, F16, Q4_0, Q4_1");
    checkHead(tensor(start(3, 1, 0), 0, 4, 256), ModelFault.TENSOR_TYPE, "is stored as type 4 but");
  }

  @Test
  void an_alignment_that_is_none() throws Exception {
    ByteBuffer three = key("general.alignment", GgufValueType.UINT32).putInt(3);
    checkHead(three, ModelFault.HEADER, "the alignment 3 is not a power of two");
    ByteBuffer large = key("general.alignment", GgufValueType.UINT32).putInt(1 << 30);
    checkHead(large, ModelFault.SETTING, "\"general.alignment\" is 1073741824 but must be");
    ByteBuffer text = key("general.alignment", GgufValueType.BOOL).put((byte) 1);
    checkHead(text, ModelFault.SETTING, "\"general.alignment\" is true but must be a number");
  }

  @Test
  void a_foreign_architecture_and_settings_that_are_not_computed() throws Exception {
    checkHead(start(3, 0, 0), ModelFault.FOREIGN_ARCHITECTURE, "architecture (none) is not known");
    checkSetting("general.architecture", "mamba", ModelFault.FOREIGN_ARCHITECTURE, "mamba");
    checkSetting("llama.rope.scaling.type", "longrope", ModelFault.SETTING, "is longrope but");
    checkNumber("llama.expert_count", 8, "\"llama.expert_count\" is 8 but must be 0");
    checkNumber("llama.rope.dimension_count", 8, "is 8 but must be 16");
    checkNumber("llama.attention.head_count_kv", 3, "is 3 but must be a divisor of 4");
    checkNumber("llama.attention.head_count", 0, "is 0 but must be a number from 1 to 256");
    checkNumber("llama.attention.key_length", 15, "is 15 but must be even");
    checkNumber("tokenizer.ggml.eos_token_id", 3, "is 3 but must be a number from 0 to 2");
  }

  @Test
  void weights_of_another_shape() throws Exception {
    checkNumber("llama.feed_forward_length", 97, ModelFault.TENSOR_SHAPE, "the settings ask for");
    checkNumber("llama.block_count", 3, ModelFault.TENSOR_MISSING, "layers.2.input_layernorm");
    checkNumber("llama.block_count", 1, ModelFault.TENSOR_UNKNOWN, "has no place in this");
  }

  @Test
  void a_file_cut_short() throws Exception {
    write(Map.of());
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
    check(ModelFault.TENSOR_ENTRY, "lie outside the");
    Files.write(file, Arrays.copyOf(bytes, 700));
    check(ModelFault.HEADER, "are left");
  }

  @Test
  void a_vocabulary_that_does_not_fit() throws Exception {
    write(Map.of());
    ModelFolder model = ModelFolder.open(file);
    checkTokenizer(model, "gpt2", ModelFault.TOKENIZER, "the merge ab has no space", "ab");
    checkTokenizer(model, "bert", ModelFault.TOKENIZER, "the kind bert is not known here");
    checkTokenizer(model, "llama", ModelFault.SETTING, "\"tokenizer.ggml.scores\" is 0 numbers");
    checkTokenizer(model, "gpt2", ModelFault.TOKENIZER, "cannot be read", "x y");
  }

  private void checkTokenizer(
      ModelFolder original, String kind, ModelFault fault, String says, String... merges)
      throws Exception {
    GgufCopy copy = new GgufCopy(original, GgufType.Q8_0);
    copy.writer
        .text("tokenizer.ggml.model", kind)
        .texts("tokenizer.ggml.tokens", List.of("a", "b", "c"))
        .texts("tokenizer.ggml.merges", List.of(merges));
    ModelFolder model = ModelFolder.open(copy.write(temporary.resolve(kind + ".gguf")));
    ModelException thrown =
        catchThrowableOfType(
            ModelException.class, () -> model.openTokenizer(temporary.resolve("cache")));
    assertThat(thrown).hasMessageContaining(says);
    assertThat(thrown.fault()).isEqualTo(fault);
  }

  private void checkSetting(String key, String text, ModelFault fault, String says)
      throws Exception {
    write(Map.of(key, text));
    check(fault, says);
  }

  private void checkNumber(String key, int number, String says) throws Exception {
    checkNumber(key, number, ModelFault.SETTING, says);
  }

  private void checkNumber(String key, int number, ModelFault fault, String says) throws Exception {
    write(Map.of(key, number));
    check(fault, says);
  }

  /** A whole file but for some settings. */
  private void write(Map<String, Object> changes) throws Exception {
    Path folder = RandomModel.small().write(temporary.resolve("folder"));
    GgufCopy copy = new GgufCopy(ModelFolder.open(folder), GgufType.Q8_0, changes);
    copy.writer.texts("tokenizer.ggml.tokens", List.of("a", "b", "c"));
    copy.write(file);
  }

  private ByteBuffer start(int version, long tensors, long keys) {
    head.clear().put("GGUF".getBytes(StandardCharsets.US_ASCII));
    return head.putInt(version).putLong(tensors).putLong(keys);
  }

  private ByteBuffer key(String key, GgufValueType type) {
    return key(key, type.id);
  }

  private ByteBuffer key(String key, int type) {
    start(3, 0, 1);
    return text(key).putInt(type);
  }

  private ByteBuffer list(String key, GgufValueType type, long count) {
    return list(key, type.id, count);
  }

  private ByteBuffer list(String key, int type, long count) {
    return key(key, GgufValueType.ARRAY).putInt(type).putLong(count);
  }

  private ByteBuffer text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return head.putLong(utf8.length).put(utf8);
  }

  private ByteBuffer tensor(ByteBuffer before, long offset, int type, long... shape) {
    text("t").putInt(shape.length);
    for (long size : shape) {
      before.putLong(size);
    }
    return before.putInt(type).putLong(offset);
  }

  private void checkHead(ByteBuffer written, ModelFault fault, String says) throws Exception {
    checkHead(written, 0, fault, says);
  }

  /** Writes the head, padded, and so many bytes of data. */
  private void checkHead(ByteBuffer written, int dataBytes, ModelFault fault, String says)
      throws Exception {
    int length = written.position();
    int padded = dataBytes == 0 ? length : (length + 31) / 32 * 32 + dataBytes;
    byte[] bytes = new byte[padded];
    written.get(0, bytes, 0, length);
    Files.write(file, bytes);
    check(fault, says);
  }

  private void check(ModelFault fault, String says) {
    ModelException thrown =
        catchThrowableOfType(ModelException.class, () -> ModelFolder.open(file));
    assertThat(thrown).hasMessageContaining(says);
    assertThat(thrown.fault()).isEqualTo(fault);
    assertThat(thrown.in(Language.EN)).startsWith(file.toString()).doesNotContain("\n");
    assertThat(thrown.in(Language.ZH)).startsWith(file.toString()).contains("请");
  }
}
