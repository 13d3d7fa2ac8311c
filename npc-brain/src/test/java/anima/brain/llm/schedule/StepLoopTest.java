package anima.brain.llm.schedule;

import static anima.brain.llm.schedule.Stepper.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.Llm;
import anima.brain.llm.SamplerOptions;
import anima.brain.llm.TokenMask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StepLoopTest {
  private static final int SLOTS = 4;
  private static final SchedulerOptions OPTIONS =
      SchedulerOptions.DEFAULT.withSlots(SLOTS - 1).withPrefixBytes(1 << 20);
  private static final SchedulerOptions ONE_SLOT = OPTIONS.withSlots(1);

  @TempDir static Path folder;
  private static Llm llm;

  @BeforeAll
  static void open() throws Exception {
    llm = SmallModel.open(folder, SLOTS);
  }

  @AfterAll
  static void close() {
    llm.close();
  }

  @Test
  void each_of_many_texts_is_the_one_written_alone() {
    Random random = new Random(11);
    for (int round = 0; round < 10; round++) {
      Stepper stepper = new Stepper(llm, OPTIONS);
      List<GenerateRequest> requests = new ArrayList<>();
      List<Generation> texts = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        GenerateRequest request = anyRequest(random);
        requests.add(request);
        texts.add(stepper.submit(request));
        for (int step = random.nextInt(5); step > 0; step--) {
          stepper.loop.step();
        }
      }
      stepper.drain();
      for (int i = 0; i < texts.size(); i++) {
        assertThat(outcome(texts.get(i)).tokens())
            .isEqualTo(SmallModel.writeAlone(llm, requests.get(i)));
      }
    }
  }

  private static GenerateRequest anyRequest(Random random) {
    int[] prompt = SmallModel.prompt(random, 1 + random.nextInt(180));
    SamplerOptions sampling =
        random.nextBoolean() ? SamplerOptions.GREEDY : new SamplerOptions(1.2, 40, 0.95);
    List<Rank> ranks = List.of(Rank.values());
    Rank rank = ranks.get(random.nextInt(ranks.size()));
    return GenerateRequest.of(prompt, 1 + random.nextInt(40), Set.of(random.nextInt(97)))
        .withSampling(sampling, random.nextLong())
        .withRank(rank);
  }

  @Test
  void a_stop_token_ends_the_text_and_is_no_part_of_it() {
    GenerateRequest free = request(5, 20);
    int[] whole = SmallModel.writeAlone(llm, free);
    int stop = whole[7];
    int first = 0;
    while (whole[first] != stop) {
      first++;
    }
    Stepper stepper = new Stepper(llm, OPTIONS);
    Generation text = stepper.submit(GenerateRequest.of(free.prompt(), 20, Set.of(stop)));
    stepper.drain();
    assertThat(outcome(text).tokens()).isEqualTo(Arrays.copyOf(whole, first));
    assertThat(outcome(text).stopReason()).isEqualTo(StopReason.STOP_TOKEN);
  }

  @Test
  void a_full_context_ends_the_text() {
    Stepper stepper = new Stepper(llm, OPTIONS);
    Generation text = stepper.submit(request(SmallModel.CONTEXT_TOKENS - 3, 20));
    stepper.drain();
    assertThat(outcome(text).tokens()).hasSize(4);
    assertThat(outcome(text).stopReason()).isEqualTo(StopReason.CONTEXT_FULL);
  }

  @Test
  void who_comes_later_joins_at_once_and_leaves_when_ready() {
    List<String> told = new ArrayList<>();
    Stepper stepper = new Stepper(llm, OPTIONS);
    stepper.submit(request(3, 20).withListener(token -> told.add("long")));
    stepper.loop.step();
    stepper.loop.step();
    Generation brief = stepper.submit(request(4, 2).withListener(token -> told.add("short")));
    stepper.drain();
    assertThat(told.subList(0, 8))
        .containsExactly("long", "long", "short", "long", "long", "short", "long", "long");
    assertThat(outcome(brief).stopReason()).isEqualTo(StopReason.LONG_ENOUGH);
  }

  @Test
  void who_writes_is_not_held_up_by_a_long_prompt() {
    List<Integer> told = new ArrayList<>();
    Stepper stepper = new Stepper(llm, OPTIONS);
    stepper.submit(request(3, 30).withListener(told::add));
    stepper.loop.step();
    Generation slow = stepper.submit(request(200, 1));
    int before = told.size();
    int steps = 0;
    while (!slow.done().isDone()) {
      stepper.loop.step();
      steps++;
    }
    assertThat(steps)
        .isEqualTo((200 + StepLoop.SHARED_CHUNK_TOKENS - 1) / StepLoop.SHARED_CHUNK_TOKENS);
    assertThat(told.size() - before).isEqualTo(steps);
  }

  @Test
  void background_thinking_gives_its_slot_to_a_person_and_goes_on_where_it_was() {
    List<String> told = new ArrayList<>();
    GenerateRequest idle = request(40, 12).withListener(token -> told.add("idle"));
    GenerateRequest person =
        request(3, 2).withRank(Rank.PERSON_WAITS).withListener(token -> told.add("person"));
    Stepper stepper = new Stepper(llm, ONE_SLOT.withDraftTokensMax(0));
    Generation first = stepper.submit(idle);
    stepper.loop.step();
    stepper.loop.step();
    Generation second = stepper.submit(person);
    stepper.drain();
    assertThat(told.subList(0, 5)).containsExactly("idle", "idle", "person", "person", "idle");
    assertThat(outcome(first).tokens()).isEqualTo(SmallModel.writeAlone(llm, idle));
    assertThat(outcome(first).cachedTokens()).isEqualTo(40);
    assertThat(outcome(second).tokens()).isEqualTo(SmallModel.writeAlone(llm, person));
  }

  @Test
  void who_gave_way_often_enough_is_left_to_finish() {
    Stepper stepper = new Stepper(llm, ONE_SLOT);
    Generation idle = stepper.submit(request(3, 200));
    for (int i = 0; i < StepLoop.YIELDS_MAX; i++) {
      stepper.loop.step();
      stepper.submit(request(4, 1).withRank(Rank.PERSON_WAITS));
      stepper.loop.step();
    }
    stepper.loop.step();
    Generation person = stepper.submit(request(4, 1).withRank(Rank.PERSON_WAITS));
    while (!idle.done().isDone()) {
      stepper.loop.step();
      assertThat(person.done().isDone()).isFalse();
    }
  }

  @Test
  void background_thinking_stands_aside_while_a_person_waits_but_goes_on() {
    List<String> told = new ArrayList<>();
    Stepper stepper = new Stepper(llm, OPTIONS);
    stepper.submit(request(3, 50).withListener(token -> told.add("idle")));
    stepper.loop.step();
    stepper.submit(
        request(3, 2 * Turns.BACKGROUND_STEPS)
            .withRank(Rank.PERSON_WAITS)
            .withListener(token -> told.add("person")));
    told.clear();
    for (int i = 0; i < 2 * Turns.BACKGROUND_STEPS; i++) {
      stepper.loop.step();
    }
    assertThat(told).filteredOn("idle"::equals).hasSize(2);
    assertThat(told).filteredOn("person"::equals).hasSize(2 * Turns.BACKGROUND_STEPS);
  }

  @Test
  void waiting_raises_the_rank_so_that_nobody_waits_for_ever() {
    List<String> told = new ArrayList<>();
    Stepper stepper = new Stepper(llm, ONE_SLOT);
    stepper.submit(request(3, 1).withListener(token -> told.add("idle")));
    stepper.nanos.addAndGet(2 * Sequence.AGING_NANOS);
    stepper.submit(
        request(3, 1).withRank(Rank.PERSON_WAITS).withListener(token -> told.add("person")));
    stepper.drain();
    assertThat(told).containsExactly("idle", "person");
  }

  @Test
  void a_cancelled_text_ends_within_one_token() {
    List<Generation> self = new ArrayList<>();
    Stepper stepper = new Stepper(llm, OPTIONS);
    Generation other = stepper.submit(request(6, 10));
    self.add(stepper.submit(request(3, 50).withListener(token -> self.get(0).cancel())));
    Generation waiting = stepper.submit(request(3, 50));
    waiting.cancel();
    stepper.drain();
    assertThat(outcome(self.get(0)).stopReason()).isEqualTo(StopReason.CANCELLED);
    assertThat(outcome(self.get(0)).tokens()).hasSize(1);
    assertThat(outcome(waiting).tokens()).isEmpty();
    assertThat(outcome(other).stopReason()).isEqualTo(StopReason.LONG_ENOUGH);
  }

  @Test
  void what_fails_harms_nobody_else() {
    Stepper stepper = new Stepper(llm, OPTIONS);
    GenerateRequest sound = request(6, 10);
    Generation other = stepper.submit(sound);
    Generation foreign = stepper.submit(GenerateRequest.of(new int[] {5, 97}, 3, Set.of()));
    Generation deaf = stepper.submit(request(3, 5).withListener(token -> fail("deaf")));
    Generation masked =
        stepper.submit(
            request(3, 5)
                .withMask(
                    new TokenMask() {
                      @Override
                      public Optional<BitSet> allowed() {
                        return Optional.empty();
                      }

                      @Override
                      public void accept(int token) {
                        fail("torn");
                      }
                    }));
    stepper.drain();
    assertThat(outcome(foreign).failure()).get().asString().contains("outside the vocabulary");
    assertThat(outcome(deaf).failure()).get().asString().contains("deaf");
    assertThat(outcome(masked).failure()).get().asString().contains("torn");
    assertThat(outcome(masked).stopReason()).isEqualTo(StopReason.FAILED);
    assertThat(outcome(other).tokens()).isEqualTo(SmallModel.writeAlone(llm, sound));
  }

  private static void fail(String why) {
    throw new IllegalStateException(why);
  }

  @Test
  void a_failing_run_of_many_is_tried_one_by_one() {
    Stepper stepper =
        new Stepper(
            llm,
            OPTIONS,
            (sessions, ids) -> {
              float[][] logits = {sessions.get(0).decode(ids[0])};
              fail("broke off after " + logits.length);
              return logits;
            });
    GenerateRequest one = request(6, 10);
    GenerateRequest two = request(9, 10);
    Generation first = stepper.submit(one);
    Generation second = stepper.submit(two);
    stepper.drain();
    assertThat(outcome(first).tokens()).isEqualTo(SmallModel.writeAlone(llm, one));
    assertThat(outcome(second).tokens()).isEqualTo(SmallModel.writeAlone(llm, two));
  }

  @Test
  void a_prompt_that_begins_like_another_computes_only_the_rest() {
    Stepper stepper = new Stepper(llm, OPTIONS);
    int[] persona = SmallModel.prompt(new Random(5), 100);
    int[] asked = Arrays.copyOf(persona, 110);
    Generation first = stepper.submit(GenerateRequest.of(persona, 5, Set.of()));
    Generation second = stepper.submit(GenerateRequest.of(asked, 5, Set.of()));
    stepper.drain();
    assertThat(outcome(first).cachedTokens()).isZero();
    assertThat(outcome(second).cachedTokens()).isEqualTo(100);
    int[] turn = Arrays.copyOf(asked, 115);
    System.arraycopy(outcome(second).tokens(), 0, turn, 110, 5);
    Generation third = stepper.submit(GenerateRequest.of(turn, 5, Set.of()));
    stepper.drain();
    assertThat(outcome(third).cachedTokens()).isEqualTo(114);
    assertThat(stepper.loop.prefixFigures().restoredTokens()).isEqualTo(214);
  }

  private static GenerateRequest request(int promptTokens, int tokensMax) {
    int[] prompt = SmallModel.prompt(new Random(promptTokens), promptTokens);
    return GenerateRequest.of(prompt, tokensMax, Set.of());
  }
}
