package anima.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.client.local.FailureException;
import anima.client.local.KeywordDecider;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnimaTest {
  @TempDir Path folder;

  @Test
  void a_character_answers_whom_it_is_spoken_to_by() throws FailureException {
    try (Anima anima = open()) {
      AnimaCharacter alice = anima.createCharacter("Alice", "friendly");
      AnimaCharacter bob = anima.createCharacter("Bob", "grumpy");
      assertThat(alice.chat("Hello, Alice!")).isEqualTo("Good day to you.");
      assertThat(bob.chat("港口在哪里？")).isEqualTo("我指给你看。");
      assertThat(alice.why()).contains("heard: Hello, Alice!").contains("keyword");
      assertThat(bob.why()).contains("heard: 港口在哪里？");
    }
  }

  @Test
  void two_characters_do_not_talk_with_each_other_for_ever() throws FailureException {
    try (Anima anima = open()) {
      AnimaCharacter alice = anima.createCharacter("Alice", "friendly");
      anima.createCharacter("Bob", "friendly");
      for (int i = 0; i < 5; i++) {
        assertThat(alice.chat("Hello")).isEqualTo("Good day to you.");
      }
    }
  }

  @Test
  void what_cannot_be_is_one_sentence() throws FailureException {
    try (Anima anima = open()) {
      AnimaCharacter alice = anima.createCharacter("Alice", "shy");
      assertThatThrownBy(() -> alice.chat("x".repeat(1 << 20)))
          .isInstanceOf(AnimaException.class)
          .hasMessageStartingWith("That cannot be said");
      assertThatThrownBy(() -> anima.createCharacter("Al\u0007ice", "shy"))
          .isInstanceOf(AnimaException.class)
          .hasMessageContaining("control characters");
      assertThat(alice.chat("Hello")).isNotEmpty();
    }
  }

  private Anima open() throws FailureException {
    return Anima.open(folder, Optional.empty(), new KeywordDecider(), Optional.empty());
  }
}
