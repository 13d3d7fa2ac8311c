package anima.brain.llm.text;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SentenceStreamTest {
  private static final int CHARACTERS_MAX = 40;

  @TempDir static Path folder;
  private static TextTokenizer tokenizer;

  @BeforeAll
  static void open() throws Exception {
    new RandomModel("LlamaForCausalLM", ByteTokenizer.TOKENS, 32, 32, 1).write(folder);
    ByteTokenizer.write(folder);
    tokenizer = ModelFolder.open(folder).openTokenizer(folder.resolve("cache"));
  }

  @AfterAll
  static void close() {
    tokenizer.close();
  }

  @Test
  void english_sentences_end_before_a_space() {
    check(
        "It costs 3.5 coins. Fair? \"Yes!\" he said",
        "It costs 3.5 coins.",
        "Fair?",
        "\"Yes!\"",
        "he said");
  }

  @Test
  void chinese_sentences_need_none() {
    check("你好。“要面包吗？”三枚铜币！好", "你好。", "“要面包吗？”", "三枚铜币！", "好");
  }

  @Test
  void a_line_is_a_sentence_and_dots_stay_together() {
    check("Well... yes\nGo on…\n\n", "Well...", "yes", "Go on…");
  }

  @Test
  void a_long_sentence_is_cut_at_a_space() {
    check(
        "one two three four five six seven eight nine ten",
        "one two three four five six seven eight",
        "nine ten");
    check("一".repeat(CHARACTERS_MAX + 2), "一".repeat(CHARACTERS_MAX), "一一");
  }

  @Test
  void a_sentence_is_told_as_soon_as_it_is_certain() {
    SentenceStream stream = new SentenceStream(tokenizer, CHARACTERS_MAX);
    List<String> told = new ArrayList<>();
    for (int token : tokenizer.encode("Good day. T")) {
      told.addAll(stream.take(token));
    }
    assertThat(told).containsExactly("Good day.");
  }

  @Test
  void nothing_is_lost_whatever_comes() {
    Random random = new Random(4);
    String alphabet = "ab .!?\n。！”\"一👋";
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(150); i > 0; i--) {
        int at =
            alphabet.offsetByCodePoints(
                0, random.nextInt(alphabet.codePointCount(0, alphabet.length())));
        text.appendCodePoint(alphabet.codePointAt(at));
      }
      List<String> sentences = sentences(text.toString());
      assertThat(String.join("", sentences).replaceAll("\\s", ""))
          .isEqualTo(text.toString().replaceAll("\\s", ""));
      assertThat(sentences)
          .allSatisfy(sentence -> assertThat(sentence.length()).isBetween(1, CHARACTERS_MAX));
    }
  }

  private static void check(String text, String... expected) {
    assertThat(sentences(text)).containsExactly(expected);
  }

  private static List<String> sentences(String text) {
    SentenceStream stream = new SentenceStream(tokenizer, CHARACTERS_MAX);
    List<String> sentences = new ArrayList<>();
    for (int token : tokenizer.encode(text)) {
      sentences.addAll(stream.take(token));
    }
    sentences.addAll(stream.finish());
    return sentences;
  }
}
