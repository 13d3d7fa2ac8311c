package anima.brain.llm.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

final class DraftLengthTest {
  private static final int TOKENS_MAX = 8;
  private static final long SINGLE_NANOS = 1_000_000;

  @Test
  void right_and_cheap_guesses_grow_long() {
    assertThat(guessesAfter(200, 0.1, guessed -> guessed)).isEqualTo(TOKENS_MAX);
  }

  @Test
  void wrong_guesses_are_given_up_and_tried_ever_more_seldom() {
    DraftLength length = new DraftLength(costs(0.25));
    int tries = 0;
    for (int run = 0; run < 1000; run++) {
      int guessed = length.next(TOKENS_MAX);
      if (guessed > 0) {
        tries++;
        length.guessed(guessed, 0);
      }
    }
    assertThat(tries).isBetween(3, 12);
  }

  @Test
  void where_each_token_costs_a_whole_run_nothing_pays() {
    assertThat(guessesAfter(50, 1.0, guessed -> guessed)).isZero();
  }

  @Test
  void half_right_guesses_stay_short() {
    Random random = new Random(2);
    DraftLength length = new DraftLength(costs(0.2));
    int longest = 0;
    int guesses = 0;
    for (int run = 0; run < 200; run++) {
      int guessed = length.next(TOKENS_MAX);
      int right = 0;
      while (right < guessed && random.nextInt(10) < 6) {
        right++;
      }
      longest = Math.max(longest, guessed);
      guesses += guessed > 0 ? 1 : 0;
      if (guessed > 0) {
        length.guessed(guessed, right);
      }
    }
    assertThat(guesses).isGreaterThan(100);
    assertThat(longest).isLessThan(TOKENS_MAX);
  }

  @Test
  void a_length_that_was_measured_is_judged_by_its_own_cost() {
    RunCosts costs = costs(0.5);
    costs.ran(7, SINGLE_NANOS + SINGLE_NANOS / 2);
    assertThat(costs.ratio(7)).isEqualTo(1.5);
    assertThat(costs.ratio(4)).isCloseTo(3, offset(0.01));
    assertThat(costs.ratio(2)).isBetween(1.5, 2.0);
  }

  /** The length chosen after so many runs, of which {@code right} says how many were right. */
  private static int guessesAfter(int runs, double extraShare, IntUnaryOperator right) {
    DraftLength length = new DraftLength(costs(extraShare));
    int next = 0;
    for (int run = 0; run < runs; run++) {
      next = length.next(TOKENS_MAX);
      if (next > 0) {
        length.guessed(next, right.applyAsInt(next));
      }
    }
    return next;
  }

  private static RunCosts costs(double extraShare) {
    RunCosts costs = new RunCosts();
    costs.ran(0, SINGLE_NANOS);
    for (int i = 0; i < 50; i++) {
      costs.ran(4, (long) (SINGLE_NANOS * (1 + 4 * extraShare)));
    }
    return costs;
  }
}
