package anima.brain.llm.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PromptLookupTest {
  @Test
  void it_goes_on_as_the_last_time() {
    check(new int[] {1, 2, 3, 4, 5, 1, 2, 3}, 3, 4, 5, 1);
  }

  @Test
  void the_longest_match_counts_before_the_nearest() {
    check(new int[] {7, 1, 2, 3, 9, 1, 2, 4, 7, 1, 2}, 2, 3, 9);
  }

  @Test
  void of_equal_matches_the_nearest_counts() {
    check(new int[] {1, 2, 3, 8, 1, 2, 4, 8, 1, 2}, 1, 4);
  }

  @Test
  void one_equal_token_is_chance() {
    check(new int[] {1, 2, 3, 1}, 3);
  }

  @Test
  void it_guesses_no_more_than_is_known() {
    check(new int[] {1, 1, 1}, 5, 1);
    check(new int[] {4, 1, 2, 9, 1, 2}, 5, 9, 1, 2);
  }

  @Test
  void no_room_or_no_text_gives_no_guess() {
    check(new int[] {1, 2, 1, 2}, 0);
    check(new int[] {1}, 4);
  }

  private static void check(int[] text, int tokensMax, int... expected) {
    assertThat(PromptLookup.guess(new TokenText(text), tokensMax)).isEqualTo(expected);
  }
}
