package anima.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.world.Mood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "friendly|CHEERFUL|true|true",
        "a very shy person|SHY|true|true",
        "Grumpy, but curious!|GRUMPY|true|true",
        "stern and stubborn|STERN|false|true",
        "silent|CALM|true|false",
        "友好|CHEERFUL|true|true",
        "很害羞又固执|SHY|false|true",
        "严肃的人，沉默寡言|STERN|true|false",
      })
  void free_words_become_a_mood_and_traits(
      String words, Mood mood, boolean follows, boolean greets) {
    Personality nature = Personality.of(words);
    assertThat(nature.mood()).isEqualTo(mood);
    assertThat(nature.traits().follows()).isEqualTo(follows);
    assertThat(nature.traits().greets()).isEqualTo(greets);
  }

  @Test
  void an_unknown_word_is_one_sentence_with_the_known_ones() {
    assertThatThrownBy(() -> Personality.of("freindly"))
        .isInstanceOf(AnimaException.class)
        .hasMessageContaining("'freindly'")
        .hasMessageContaining("Did you mean 'friendly'?")
        .hasMessageContaining("grumpy")
        .message()
        .doesNotContain("\n");
  }
}
