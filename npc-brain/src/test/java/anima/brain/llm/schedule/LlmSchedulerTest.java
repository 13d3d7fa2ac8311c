package anima.brain.llm.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.Llm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LlmSchedulerTest {
  private static final long SECONDS_MAX = 120;

  @TempDir static Path folder;
  private static Llm llm;

  @BeforeAll
  static void open() throws Exception {
    llm = SmallModel.open(folder, 4);
  }

  @AfterAll
  static void close() {
    llm.close();
  }

  @Test
  void many_threads_get_each_their_own_text() throws Exception {
    List<GenerateRequest> requests = new ArrayList<>();
    List<Generated> outcomes = new ArrayList<>();
    try (LlmScheduler scheduler =
        LlmScheduler.start(llm, SchedulerOptions.DEFAULT.withSlots(3), Pace.FREE)) {
      List<Generation> texts = new ArrayList<>();
      Random random = new Random(17);
      for (int i = 0; i < 24; i++) {
        GenerateRequest request = request(random, 1 + random.nextInt(20));
        requests.add(request.withMask(new PatternMask(i)));
        texts.add(scheduler.submit(requests.get(i)));
      }
      for (Generation text : texts) {
        outcomes.add(text.done().get(SECONDS_MAX, TimeUnit.SECONDS));
      }
    }
    for (int i = 0; i < outcomes.size(); i++) {
      GenerateRequest alone = requests.get(i).withMask(new PatternMask(i));
      assertThat(outcomes.get(i).tokens()).isEqualTo(SmallModel.writeAlone(llm, alone));
    }
  }

  @Test
  void a_full_line_crowds_out_the_newest_of_the_least_urgent() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    SchedulerOptions narrow = SchedulerOptions.DEFAULT.withSlots(1).withWaitingMax(2);
    try (LlmScheduler scheduler = LlmScheduler.start(llm, narrow, Pace.FREE)) {
      Random random = new Random(4);
      Generation running =
          scheduler.submit(
              request(random, 1)
                  .withListener(
                      token -> {
                        held.countDown();
                        await(hold);
                      }));
      await(held);
      Generation first = scheduler.submit(request(random, 1));
      Generation second = scheduler.submit(request(random, 1));
      Generation third = scheduler.submit(request(random, 1));
      Generation person = scheduler.submit(request(random, 1).withRank(Rank.PERSON_WAITS));
      assertThat(third.done().getNow(null).stopReason()).isEqualTo(StopReason.CROWDED_OUT);
      assertThat(second.done().getNow(null).stopReason()).isEqualTo(StopReason.CROWDED_OUT);
      hold.countDown();
      for (Generation whole : List.of(running, first, person)) {
        assertThat(whole.done().get(SECONDS_MAX, TimeUnit.SECONDS).stopReason())
            .isEqualTo(StopReason.LONG_ENOUGH);
      }
    }
  }

  @Test
  void closing_ends_all_and_says_why() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Pace asleep = stepNanos -> TimeUnit.HOURS.toNanos(1);
    LlmScheduler scheduler = LlmScheduler.start(llm, SchedulerOptions.DEFAULT.withSlots(1), asleep);
    Random random = new Random(5);
    Generation running =
        scheduler.submit(request(random, 200).withListener(token -> begun.countDown()));
    Generation waiting = scheduler.submit(request(random, 200));
    await(begun);
    scheduler.close();
    Generation late = scheduler.submit(request(random, 3));
    for (Generation ended : List.of(running, waiting, late)) {
      assertThat(ended.done().getNow(null).stopReason()).isEqualTo(StopReason.CLOSED);
      assertThat(ended.done().getNow(null).failure()).contains("The model was closed.");
    }
    llm.newSession().close();
  }

  @Test
  void a_prompt_larger_than_the_context_is_refused_in_a_sentence() {
    try (LlmScheduler scheduler = LlmScheduler.start(llm, SchedulerOptions.DEFAULT, Pace.FREE)) {
      int[] prompt = new int[SmallModel.CONTEXT_TOKENS + 1];
      Generated outcome =
          scheduler.submit(GenerateRequest.of(prompt, 3, Set.of())).done().getNow(null);
      assertThat(outcome.stopReason()).isEqualTo(StopReason.CONTEXT_FULL);
      assertThat(outcome.failure())
          .contains("The prompt has 257 tokens, more than the context of 256.");
    }
  }

  @Test
  void it_rests_between_steps_as_its_pace_asks() throws Exception {
    List<Long> steps = new ArrayList<>();
    Pace pace =
        stepNanos -> {
          steps.add(stepNanos);
          return 1_000;
        };
    try (LlmScheduler scheduler =
        LlmScheduler.start(llm, SchedulerOptions.DEFAULT.withDraftTokensMax(0), pace)) {
      scheduler.submit(request(new Random(6), 10)).done().get(SECONDS_MAX, TimeUnit.SECONDS);
    }
    assertThat(steps).hasSize(10).allSatisfy(nanos -> assertThat(nanos).isPositive());
  }

  private static GenerateRequest request(Random random, int tokensMax) {
    return GenerateRequest.of(
        SmallModel.prompt(random, 1 + random.nextInt(30)), tokensMax, Set.of());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
