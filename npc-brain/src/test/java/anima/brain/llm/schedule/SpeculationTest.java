package anima.brain.llm.schedule;

import static anima.brain.llm.schedule.Stepper.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.Llm;
import anima.brain.llm.SamplerOptions;
import anima.brain.llm.TokenMask;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpeculationTest {
  private static final SchedulerOptions GUESSING =
      SchedulerOptions.DEFAULT.withSlots(1).withPrefixBytes(0);

  @TempDir static Path folder;
  private static Llm llm;

  @BeforeAll
  static void open() throws Exception {
    llm = SmallModel.open(folder, 2);
  }

  @AfterAll
  static void close() {
    llm.close();
  }

  @Test
  void a_guessed_text_is_the_one_written_without_guessing() {
    Random random = new Random(3);
    int drafted = 0;
    int accepted = 0;
    for (int round = 0; round < 60; round++) {
      GenerateRequest request = repetitive(random, 10 + random.nextInt(60));
      Stepper stepper = new Stepper(llm, GUESSING);
      Generation text = stepper.submit(request);
      stepper.drain();
      assertThat(outcome(text).tokens()).isEqualTo(SmallModel.writeAlone(llm, request));
      drafted += outcome(text).figures().draftedTokens();
      accepted += outcome(text).figures().acceptedTokens();
    }
    assertThat(drafted).isPositive();
    assertThat(accepted).isBetween(drafted / 10, drafted - 1);
  }

  /** A prompt of few different tokens, chosen greedily or nearly so: both find repetitions. */
  private static GenerateRequest repetitive(Random random, int promptTokens) {
    int[] prompt = random.ints(promptTokens, 0, 4).toArray();
    SamplerOptions sampling =
        random.nextBoolean() ? SamplerOptions.GREEDY : new SamplerOptions(0.7, 5, 0.9);
    return GenerateRequest.of(prompt, 1 + random.nextInt(120), Set.of(random.nextInt(97)))
        .withSampling(sampling, random.nextLong());
  }

  @Test
  void right_guesses_save_steps() {
    GenerateRequest request = looping();
    Stepper guessing = new Stepper(llm, GUESSING);
    Stepper plain = new Stepper(llm, GUESSING.withDraftTokensMax(0));
    Generation text = guessing.submit(request);
    plain.submit(request);
    int steps = guessing.drain();
    assertThat(plain.drain()).isEqualTo(request.tokensMax());
    assertThat(steps).isLessThan(request.tokensMax() * 3 / 4);
    assertThat(outcome(text).tokens()).isEqualTo(SmallModel.writeAlone(llm, request));
  }

  /** Held to two tokens, a text soon repeats itself. */
  private static GenerateRequest looping() {
    BitSet two = new BitSet();
    two.set(10, 12);
    TokenMask mask =
        new TokenMask() {
          @Override
          public Optional<BitSet> allowed() {
            return Optional.of(two);
          }

          @Override
          public void accept(int token) {}
        };
    return GenerateRequest.of(new int[] {1, 2, 3}, 200, Set.of()).withMask(mask);
  }

  @Test
  void tokens_that_a_mask_forces_are_taken_in_one_run_and_change_nothing() {
    Random random = new Random(8);
    int steps = 0;
    int tokens = 0;
    for (int round = 0; round < 40; round++) {
      long seed = random.nextLong();
      GenerateRequest request =
          repetitive(random, 10 + random.nextInt(20)).withMask(new PatternMask(seed));
      Stepper stepper = new Stepper(llm, GUESSING);
      Generation text = stepper.submit(request);
      steps += stepper.drain();
      int[] expected = SmallModel.writeAlone(llm, request.withMask(new PatternMask(seed)));
      assertThat(outcome(text).tokens()).isEqualTo(expected);
      tokens += expected.length;
    }
    assertThat(steps).isLessThan(tokens * 4 / 5);
  }

  @Test
  void masked_texts_written_together_are_those_written_alone() {
    Random random = new Random(9);
    Stepper stepper = new Stepper(llm, GUESSING.withSlots(2));
    GenerateRequest one = repetitive(random, 12).withMask(new PatternMask(1));
    GenerateRequest two = repetitive(random, 30).withMask(new PatternMask(2));
    Generation first = stepper.submit(one);
    Generation second = stepper.submit(two);
    stepper.drain();
    assertThat(outcome(first).tokens())
        .isEqualTo(SmallModel.writeAlone(llm, one.withMask(new PatternMask(1))));
    assertThat(outcome(second).tokens())
        .isEqualTo(SmallModel.writeAlone(llm, two.withMask(new PatternMask(2))));
  }
}
