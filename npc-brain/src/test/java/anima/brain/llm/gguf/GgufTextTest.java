package anima.brain.llm.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import anima.brain.llm.text.TextTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GgufTextTest {
  private static final int VOCABULARY = 320;
  private static final List<String> TEXTS =
      List.of(
          "Hello, world! It's 2024, isn't it?",
          "  two spaces,\n\nlines\tand tabs  ",
          "你好，世界！今天天气很好。",
          "smile 😀 family 👨‍👩‍👧 flag 🇨🇳",
          "mixed 中文 and English, naïve café",
          "");

  @TempDir Path temporary;
  private ModelFolder original;

  @BeforeEach
  void write() throws Exception {
    original =
        ModelFolder.open(
            new RandomModel("LlamaForCausalLM", VOCABULARY, 32, 32, 1)
                .write(temporary.resolve("original")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-2", "default", "llama-bpe", "qwen2", "smollm"})
  void texts_survive_byte_pairs(String split) throws Exception {
    try (TextTokenizer tokenizer = bytePairs(split)) {
      for (String text : TEXTS) {
        assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
      }
      assertThat(tokenizer.encode("hello")).containsExactly(id("h"), 261);
      assertThat(tokenizer.encode("a<|im_end|>")).containsExactly(id("a"), 262);
      assertThat(tokenizer.decode(id("a"), 262)).isEqualTo("a");
      assertThat(tokenizer.encode("x<tool>")).containsExactly(id("x"), 263);
      assertThat(tokenizer.decode(263)).isEqualTo("<tool>");
    }
  }

  /** The merges would join all four digits; how far they may depends on the model. */
  @Test
  void numbers_are_cut_as_the_model_was_taught() throws Exception {
    checkPieces("gpt-2", "1234", "1234");
    checkPieces("llama-bpe", "1234", "123", "4");
    checkPieces("qwen2", "1234", "1", "2", "3", "4");
    checkPieces("smollm", "1234", "1", "2", "3", "4");
  }

  private void checkPieces(String split, String text, String... pieces) throws Exception {
    try (TextTokenizer tokenizer = bytePairs(split)) {
      List<String> found = new ArrayList<>();
      for (int id : tokenizer.encode(text)) {
        found.add(tokenizer.decode(id));
      }
      assertThat(found).containsExactly(pieces);
    }
  }

  private TextTokenizer bytePairs(String split) throws Exception {
    List<String> tokens = new ArrayList<>(alphabet());
    tokens.addAll(
        List.of("12", "123", "1234", "el", "lo", "ello", "<|im_end|>", "<tool>", "[PAD]"));
    int[] kinds = new int[tokens.size()];
    Arrays.fill(kinds, 1);
    kinds[262] = 3;
    kinds[263] = 4;
    kinds[264] = 5;
    GgufCopy copy = new GgufCopy(original, GgufType.F32);
    copy.writer
        .text("tokenizer.ggml.model", "gpt2")
        .text("tokenizer.ggml.pre", split)
        .texts("tokenizer.ggml.tokens", tokens)
        .integers("tokenizer.ggml.token_type", kinds)
        .texts("tokenizer.ggml.merges", List.of("1 2", "12 3", "123 4", "e l", "l o", "el lo"))
        .integer("tokenizer.ggml.eos_token_id", 262);
    return open(copy).openTokenizer(temporary.resolve("cache"));
  }

  private static int id(String letter) {
    return letter.charAt(0) - '!';
  }

  /** The bytes in the order of GPT-2: those that can be printed, then the others. */
  private static List<String> alphabet() {
    List<String> printed = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (int b = 0; b < 256; b++) {
      if ((b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || b >= 0xae) {
        printed.add(String.valueOf((char) b));
      } else {
        others.add(String.valueOf((char) (256 + others.size())));
      }
    }
    printed.addAll(others);
    return printed;
  }

  private ModelFolder open(GgufCopy copy) throws Exception {
    return ModelFolder.open(copy.write(Files.createTempFile(temporary, "copy", ".gguf")));
  }

  @Test
  void texts_survive_pieces_with_scores() throws Exception {
    try (TextTokenizer tokenizer = pieces(true)) {
      for (String text : TEXTS) {
        assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
      }
    }
  }

  /** "hel" has a better score than "lo", so that "▁hel" + "lo" wins over "▁he" + "llo". */
  @Test
  void the_best_scores_are_joined_first() throws Exception {
    try (TextTokenizer tokenizer = pieces(true)) {
      assertThat(tokenizer.encode("hello")).containsExactly(259 + 9, 259 + 8);
      assertThat(tokenizer.encode("h</s>")).containsExactly(259 + 5, 2);
      assertThat(tokenizer.encode("é")).containsExactly(259, 3 + 0xc3, 3 + 0xa9);
    }
    try (TextTokenizer tokenizer = pieces(false)) {
      assertThat(tokenizer.encode("hello")).containsExactly(259 + 7, 259 + 8);
    }
  }

  private TextTokenizer pieces(boolean spaceFirst) throws Exception {
    List<String> tokens = new ArrayList<>(List.of("<unk>", "<s>", "</s>"));
    for (int b = 0; b < 256; b++) {
      tokens.add(String.format(Locale.ROOT, "<0x%02X>", b));
    }
    List<String> words =
        List.of("▁", "h", "e", "l", "o", "▁h", "he", "hel", "lo", "▁hel", "llo", "你", "好");
    tokens.addAll(words);
    int[] kinds = new int[tokens.size()];
    float[] scores = new float[tokens.size()];
    for (int id = 0; id < kinds.length; id++) {
      kinds[id] = id == 0 ? 2 : id < 3 ? 3 : id < 259 ? 6 : 1;
    }
    List<String> best = List.of("he", "hel", "▁hel", "lo", "▁h", "llo");
    for (int i = 0; i < words.size(); i++) {
      int rank = best.indexOf(words.get(i));
      scores[259 + i] = rank < 0 ? -100 - i : -rank;
    }
    GgufCopy copy = new GgufCopy(original, GgufType.F32);
    copy.writer
        .text("tokenizer.ggml.model", "llama")
        .texts("tokenizer.ggml.tokens", tokens)
        .numbers("tokenizer.ggml.scores", scores)
        .integers("tokenizer.ggml.token_type", kinds)
        .flag("tokenizer.ggml.add_space_prefix", spaceFirst)
        .integer("tokenizer.ggml.bos_token_id", 1)
        .integer("tokenizer.ggml.eos_token_id", 2)
        .text("tokenizer.chat_template", "{{ messages }}");
    ModelFolder model = open(copy);
    assertThat(model.config().endTokens()).containsExactly(2);
    assertThat(model.chatTemplate()).contains("{{ messages }}");
    assertThat(model.beginText()).contains("<s>");
    assertThat(model.endText()).contains("</s>");
    return model.openTokenizer(temporary.resolve("cache"));
  }

  @Test
  void the_ends_of_turns_are_found_by_their_names() throws Exception {
    GgufCopy copy = new GgufCopy(original, GgufType.F32);
    copy.writer
        .texts("tokenizer.ggml.tokens", List.of("<|im_end|>", "<|eot_id|>", "</s>", "a"))
        .integers("tokenizer.ggml.token_type", 3, 1, 3, 1)
        .integer("tokenizer.ggml.eos_token_id", 2);
    assertThat(open(copy).config().endTokens()).containsExactlyInAnyOrder(0, 2);
  }

  @Test
  void a_folder_with_one_gguf_file_is_that_model() throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("one"));
    new GgufCopy(original, GgufType.F16).write(folder.resolve("model.gguf"));
    assertThat(ModelFolder.open(folder).path()).isEqualTo(folder.resolve("model.gguf"));
  }
}
