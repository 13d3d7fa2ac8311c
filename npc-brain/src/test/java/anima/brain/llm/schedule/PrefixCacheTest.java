package anima.brain.llm.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.Llm;
import anima.brain.llm.LlmSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrefixCacheTest {
  /** Largest difference of a logit when the same tokens arrive in other portions. */
  private static final float PORTION_ERROR_MAX = 1e-4f;

  private static final int TEXT_TOKENS_MAX = 60;

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
  void with_memory_enough_it_knows_each_beginning_that_was_ever_kept() {
    Random random = new Random(21);
    PrefixCache cache = new PrefixCache(1L << 30, llm.tokenBytes());
    List<int[]> kept = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int[] text = text(random);
      int known = kept.stream().mapToInt(other -> common(text, other)).max().orElse(0);
      assertThat(lookUp(cache, text)).isEqualTo(Math.min(known, text.length - 1));
      keep(cache, text);
      kept.add(text);
    }
    assertThat(cache.figures().evictedTokens()).isZero();
    assertThat(cache.figures().hits()).isPositive();
  }

  @Test
  void with_little_memory_it_never_holds_more_and_what_it_knows_is_right() {
    Random random = new Random(22);
    long budget = 100L * llm.tokenBytes();
    PrefixCache cache = new PrefixCache(budget, llm.tokenBytes());
    List<int[]> kept = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int[] text = text(random);
      int known = kept.stream().mapToInt(other -> common(text, other)).max().orElse(0);
      assertThat(lookUp(cache, text)).isLessThanOrEqualTo(known);
      keep(cache, text);
      kept.add(text);
      assertThat(cache.figures().bytes()).isLessThanOrEqualTo(budget);
      assertThat(lookUp(cache, text)).isEqualTo(text.length - 1);
    }
    assertThat(cache.figures().evictedTokens()).isPositive();
  }

  @Test
  void what_was_not_used_for_longest_goes_first() {
    PrefixCache cache = new PrefixCache(30L * llm.tokenBytes(), llm.tokenBytes());
    int[] old = SmallModel.prompt(new Random(1), 10);
    int[] used = SmallModel.prompt(new Random(2), 10);
    keep(cache, old);
    keep(cache, used);
    keep(cache, SmallModel.prompt(new Random(3), 10));
    assertThat(lookUp(cache, old)).isEqualTo(9);
    keep(cache, SmallModel.prompt(new Random(4), 10));
    assertThat(lookUp(cache, old)).isEqualTo(9);
    assertThat(lookUp(cache, used)).isZero();
  }

  @Test
  void of_a_text_larger_than_its_memory_it_keeps_the_beginning() {
    PrefixCache cache = new PrefixCache(20L * llm.tokenBytes(), llm.tokenBytes());
    int[] text = SmallModel.prompt(new Random(6), 50);
    keep(cache, text);
    assertThat(lookUp(cache, text)).isEqualTo(20);
  }

  @Test
  void without_memory_it_keeps_nothing() {
    PrefixCache cache = new PrefixCache(0, llm.tokenBytes());
    int[] text = SmallModel.prompt(new Random(6), 50);
    keep(cache, text);
    assertThat(lookUp(cache, text)).isZero();
    assertThat(cache.figures().nodes()).isZero();
  }

  /** Of few different tokens, so that many texts begin alike. */
  private static int[] text(Random random) {
    int length = 1 + random.nextInt(TEXT_TOKENS_MAX);
    int[] text = new int[length];
    for (int i = 0; i < length; i++) {
      text[i] = random.nextInt(12) == 0 ? random.nextInt(3) : i % 3;
    }
    return text;
  }

  private static int common(int[] one, int[] other) {
    int mismatch = Arrays.mismatch(one, other);
    return mismatch < 0 ? one.length : mismatch;
  }

  private static void keep(PrefixCache cache, int[] text) {
    try (LlmSession session = llm.newSession()) {
      session.prefill(text);
      cache.keep(session);
    }
  }

  /** How much is known, after checking that going on from there gives the logits of the whole. */
  private static int lookUp(PrefixCache cache, int[] text) {
    try (LlmSession session = llm.newSession();
        LlmSession whole = llm.newSession()) {
      int restored = cache.restore(session, text);
      assertThat(session.tokens()).isEqualTo(Arrays.copyOf(text, restored));
      float[] logits = session.prefill(Arrays.copyOfRange(text, restored, text.length));
      assertThat(logits)
          .usingComparatorWithPrecision(PORTION_ERROR_MAX)
          .containsExactly(whole.prefill(text));
      return restored;
    }
  }
}
