package anima.client.hud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWrapTest {
  private static void check(String text, double width, String expected) {
    assertThat(TextWrap.wrap(text, width, code -> Character.isIdeographic(code) ? 2 : 1))
        .isEqualTo(expected);
  }

  @Test
  void english_breaks_between_words() {
    check("the harbour is near", 11, "the harbour\nis near");
  }

  @Test
  void chinese_breaks_between_any_two_letters_but_not_before_a_mark() {
    check("你好今天。", 8, "你好今天。");
    check("你好今天天", 8, "你好今天\n天");
  }

  @Test
  void a_word_longer_than_the_line_stands_alone() {
    check("a lighthousekeeper b", 5, "a\nlighthousekeeper\nb");
  }

  @Test
  void line_feeds_are_kept() {
    check("one\ntwo", 20, "one\ntwo");
  }
}
