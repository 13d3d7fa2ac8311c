package anima.voice.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechTextTest {
  @Test
  void a_text_is_spoken_sentence_by_sentence() {
    check("Hello! The harbour? It is that way.", "Hello!", "The harbour?", "It is that way.");
    check("你好！请跟我来。好吗？", "你好！", "请跟我来。", "好吗？");
    check("Ask Dr. Smith, he knows. Bye", "Ask Dr. Smith, he knows.", "Bye");
    check("It costs 2.50 in all.", "It costs 2.50 in all.");
    check("“Go,” she said… Then left.", "“Go,” she said…", "Then left.");
  }

  @Test
  void markup_and_control_characters_are_not_spoken() {
    check("*waves* **Hello**, <b>you</b>\u0007\u202e!", "waves Hello, you !");
    check("See https://example.org/a?b=c now.", "See now.");
    check("Fine 😀.", "Fine .");
    check("a\n\nb", "a b");
  }

  @Test
  void what_has_no_letters_has_no_sentence() {
    check("");
    check(" ... !? —");
    check("😀😀");
  }

  @Test
  void a_long_sentence_is_cut_at_a_comma_or_a_blank() {
    String half = "word ".repeat(30).strip();
    check(half + ", " + half + ".", half + ",", half + ".");
    List<String> pieces = SpeechText.sentences("word ".repeat(300));
    assertThat(pieces).allMatch(piece -> piece.length() <= SpeechText.SENTENCE_LENGTH_MAX);
    assertThat(pieces).allMatch(piece -> piece.endsWith("word"));
  }

  @Test
  void a_message_of_a_megabyte_is_cut() {
    int spoken = SpeechText.sentences("你".repeat(1 << 20)).stream().mapToInt(String::length).sum();
    assertThat(spoken).isEqualTo(SpeechText.TEXT_LENGTH_MAX);
  }

  private static void check(String text, String... sentences) {
    assertThat(SpeechText.sentences(text)).containsExactly(sentences);
  }
}
