package anima.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UtteranceTest {
  @Test
  void a_text_that_is_too_long_is_cut_between_characters() {
    String text = "a".repeat(Utterance.TEXT_LENGTH_MAX - 1) + "😀 and more";

    assertThat(utterance(text).text()).hasSize(Utterance.TEXT_LENGTH_MAX - 1).endsWith("aa");
  }

  @Test
  void an_utterance_without_words_is_a_mistake() {
    assertThatThrownBy(() -> utterance(" \n")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Utterance utterance(String text) {
    return new Utterance(text, SpokenLanguage.EN, 1, "visitor", 0, 20);
  }
}
