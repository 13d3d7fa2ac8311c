package anima.brain.mind;

import static org.assertj.core.api.Assertions.assertThat;

import anima.world.Action;
import org.junit.jupiter.api.Test;

class SentencesTest {
  @Test
  void a_text_is_said_sentence_by_sentence() {
    assertThat(Sentences.of("Hello! It costs 3.5 coins... \"Really?\" Yes"))
        .containsExactly("Hello!", "It costs 3.5 coins...", "\"Really?\"", "Yes");
    assertThat(Sentences.of("你好！港口在南边。“真的？”走吧")).containsExactly("你好！", "港口在南边。", "“真的？”", "走吧");
    assertThat(Sentences.of("  ")).isEmpty();
  }

  @Test
  void no_sentence_is_longer_than_can_be_said_and_no_answer_endless() {
    assertThat(Sentences.of("a".repeat(2000)))
        .singleElement()
        .satisfies(sentence -> assertThat(sentence).hasSize(Action.SAY_LENGTH_MAX));
    assertThat(Sentences.of("Again. ".repeat(50))).hasSize(Sentences.SENTENCES_MAX);
  }
}
