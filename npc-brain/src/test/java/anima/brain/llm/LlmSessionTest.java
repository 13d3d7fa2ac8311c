package anima.brain.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LlmSessionTest {
  private static final int CONTEXT_TOKENS = 300;

  /** Largest difference of a logit when the same tokens arrive in other portions. */
  private static final float PORTION_ERROR_MAX = 1e-4f;

  @TempDir static Path folder;
  private static Llm llm;
  private static int[] ids;

  @BeforeAll
  static void open() throws Exception {
    RandomModel.small().write(folder);
    llm =
        Llm.open(
            ModelFolder.open(folder),
            TestDevice.options().withThreads(1).withContextTokens(CONTEXT_TOKENS).withSlots(8));
    ids = LlmTest.ids(CONTEXT_TOKENS, llm.config().vocabularyTokens());
  }

  @AfterAll
  static void close() {
    llm.close();
  }

  @Test
  @Tag(TestDevice.CARD)
  void tokens_one_by_one_give_the_logits_of_all_at_once() {
    int[] some = Arrays.copyOf(ids, 60);
    try (LlmSession session = llm.newSession()) {
      float[][] expected = session.prefillAll(some);
      session.truncate(0);
      for (int t = 0; t < some.length; t++) {
        assertClose(session.decode(some[t]), expected[t]);
      }
      assertThat(session.position()).isEqualTo(some.length);
    }
  }

  @Test
  @Tag(TestDevice.CARD)
  void a_prompt_longer_than_one_run_agrees_with_the_reference() throws Exception {
    double[][] expected = new ReferenceLlama(folder).logits(ids);
    try (LlmSession session = llm.newSession()) {
      float[] last = session.prefill(ids);
      for (int i = 0; i < last.length; i++) {
        assertThat((double) last[i])
            .isCloseTo(expected[ids.length - 1][i], offset((double) PORTION_ERROR_MAX));
      }
      assertThat(session.room()).isZero();
    }
  }

  @Test
  @Tag(TestDevice.CARD)
  void going_back_and_on_repeats_exactly() {
    try (LlmSession session = llm.newSession()) {
      session.prefill(Arrays.copyOf(ids, 20));
      float[] first = session.prefill(ids[20], ids[21], ids[22]).clone();
      session.truncate(20);
      session.prefill(1, 2, 3, 4, 5, 6, 7);
      session.truncate(20);
      assertThat(session.prefill(ids[20], ids[21], ids[22])).isEqualTo(first);
    }
  }

  @Test
  void a_second_prompt_computes_only_what_is_new() {
    try (LlmSession session = llm.newSession()) {
      float[] first = session.prompt(3, 1, 4, 1, 5).clone();
      session.decode(9);
      assertClose(session.prompt(3, 1, 4, 1, 5), first);
      session.prompt(3, 1, 4, 2);
      assertThat(session.position()).isEqualTo(4);
      assertClose(session.prompt(3, 1, 4, 1, 5), first);
    }
  }

  @Test
  void a_closed_session_refuses() {
    LlmSession session = llm.newSession();
    session.close();
    session.close();
    assertThatThrownBy(() -> session.decode(1)).hasMessage("the session is closed");
  }

  @Test
  @Tag(TestDevice.CARD)
  void a_fork_goes_its_own_way() {
    try (LlmSession session = llm.newSession()) {
      session.prefill(Arrays.copyOf(ids, 20));
      try (LlmSession fork = session.fork()) {
        assertThat(fork.position()).isEqualTo(20);
        fork.prefill(5, 6, 7);
        float[] own = session.decode(ids[20]).clone();
        fork.truncate(20);
        assertThat(fork.decode(ids[20])).isEqualTo(own);
      }
    }
  }

  @Test
  void sessions_of_several_threads_do_not_disturb_each_other() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<float[]>> answers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Callable<float[]> run = LlmSessionTest::decodeAll;
        answers.add(threads.submit(run));
      }
      float[] expected = decodeAll();
      for (Future<float[]> answer : answers) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  private static float[] decodeAll() {
    try (LlmSession session = llm.newSession()) {
      float[] logits = {};
      for (int t = 0; t < 50; t++) {
        logits = session.decode(ids[t]);
      }
      return logits;
    }
  }

  @Test
  void a_full_context_refuses_and_stays_as_it_was() {
    try (LlmSession session = llm.newSession()) {
      session.prefill(Arrays.copyOf(ids, CONTEXT_TOKENS - 1));
      assertThatThrownBy(() -> session.prefill(1, 2))
          .hasMessage("2 tokens do not fit behind 299 of 300");
      assertThat(session.room()).isOne();
    }
  }

  @Test
  void tokens_outside_the_vocabulary_are_refused() {
    try (LlmSession session = llm.newSession()) {
      assertThatThrownBy(() -> session.decode(97))
          .hasMessage("token 97 is outside the vocabulary of 97");
      assertThatThrownBy(() -> session.decode(-1)).hasMessageContaining("token -1");
      assertThatThrownBy(() -> session.prefill()).hasMessage("no tokens");
      assertThatThrownBy(() -> session.truncate(1)).hasMessage("cannot cut 0 tokens to 1");
    }
  }

  @Test
  @Tag(TestDevice.CARD)
  void sequences_of_different_lengths_are_decoded_together() {
    List<LlmSession> sessions = new ArrayList<>();
    List<float[]> expected = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      LlmSession session = llm.newSession();
      sessions.add(session);
      session.prefill(Arrays.copyOfRange(ids, i, 3 + 7 * i));
      session.decode(i);
      expected.add(session.decode(ids[i]).clone());
      session.truncate(session.position() - 2);
    }
    // A hole between the slots, and an order that is not theirs.
    sessions.remove(2).close();
    expected.remove(2);
    Collections.reverse(sessions);
    Collections.reverse(expected);
    llm.decode(sessions, 4, 3, 1, 0);
    float[][] logits = llm.decode(sessions, ids[4], ids[3], ids[1], ids[0]);
    for (int i = 0; i < logits.length; i++) {
      assertClose(logits[i], expected.get(i));
    }
    sessions.forEach(LlmSession::close);
  }

  @Test
  void a_batch_leaves_the_sessions_beside_it_alone() {
    try (LlmSession left = llm.newSession();
        LlmSession beside = llm.newSession();
        LlmSession right = llm.newSession()) {
      left.prefill(1, 2, 3);
      right.prefill(4, 5);
      beside.prefill(Arrays.copyOf(ids, 30));
      float[] expected = beside.decode(7).clone();
      beside.truncate(30);
      llm.decode(List.of(left, right), 6, 7);
      assertThat(beside.decode(7)).isEqualTo(expected);
    }
  }

  @Test
  @Tag(TestDevice.CARD)
  void a_restored_snapshot_continues_as_the_original_does() {
    try (LlmSession session = llm.newSession();
        LlmSession other = llm.newSession()) {
      session.prefill(Arrays.copyOf(ids, 40));
      KvSegment begin = session.snapshot(0, 25);
      KvSegment end = session.snapshot(25, 40);
      float[] expected = session.decode(ids[40]).clone();
      other.prefill(9, 9, 9);
      other.truncate(0);
      other.restore(begin.slice(0, 10));
      other.restore(begin.slice(10, 25));
      other.restore(end);
      assertThat(other.tokens()).isEqualTo(Arrays.copyOf(ids, 40));
      assertThat(other.decode(ids[40])).isEqualTo(expected);
      assertThatThrownBy(() -> other.restore(end))
          .hasMessage("a segment of position 25 does not fit at 41");
    }
  }

  @Test
  void more_sessions_than_slots_are_refused() {
    List<LlmSession> sessions = new ArrayList<>();
    for (int i = 0; i < llm.slotsMax(); i++) {
      sessions.add(llm.newSession());
    }
    assertThatThrownBy(llm::newSession).hasMessage("all 8 slots are in use");
    sessions.remove(3).close();
    sessions.add(llm.newSession());
    sessions.forEach(LlmSession::close);
  }

  private static void assertClose(float[] actual, float[] expected) {
    assertThat(actual).usingComparatorWithPrecision(PORTION_ERROR_MAX).containsExactly(expected);
  }
}
