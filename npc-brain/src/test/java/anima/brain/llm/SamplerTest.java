package anima.brain.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SamplerTest {
  private static final float[] LOGITS = {0, 3, -1, 3, 2, Float.NaN, Float.NEGATIVE_INFINITY};

  @Test
  void greedy_takes_the_best_and_of_equals_the_first() {
    assertThat(sampler(SamplerOptions.GREEDY, 1).pick(LOGITS)).hasValue(1);
  }

  @Test
  void a_mask_leaves_only_what_it_allows() {
    Sampler sampler = sampler(SamplerOptions.GREEDY, 1);
    assertThat(sampler.pick(LOGITS, bits(0, 2, 4))).hasValue(4);
    assertThat(sampler.pick(LOGITS, bits(5))).isEmpty();
    assertThat(sampler.pick(LOGITS, bits())).isEmpty();
    Sampler free = sampler(new SamplerOptions(2, 0, 1), 1);
    for (int i = 0; i < 100; i++) {
      assertThat(free.pick(LOGITS, bits(0, 2)).getAsInt()).isIn(0, 2);
    }
  }

  @Test
  void equal_seeds_repeat_exactly() {
    float[] logits = randomLogits();
    SamplerOptions options = new SamplerOptions(0.9, 40, 0.95);
    assertThat(draws(options, 5, logits)).isEqualTo(draws(options, 5, logits));
    assertThat(draws(options, 5, logits)).isNotEqualTo(draws(options, 6, logits));
  }

  @Test
  void frequencies_follow_the_softmax() {
    float[] logits = {(float) Math.log(6), (float) Math.log(3), (float) Math.log(1)};
    Sampler sampler = sampler(new SamplerOptions(1, 0, 1), 3);
    int[] counts = new int[3];
    for (int i = 0; i < 20_000; i++) {
      counts[sampler.pick(logits).getAsInt()]++;
    }
    assertThat(counts[0] / 20_000.0).isCloseTo(0.6, offset(0.02));
    assertThat(counts[2] / 20_000.0).isCloseTo(0.1, offset(0.02));
  }

  @Test
  void top_k_and_top_p_cut_the_tail() {
    float[] logits = randomLogits();
    int[] sorted =
        IntStream.range(0, logits.length)
            .boxed()
            .sorted((a, b) -> Float.compare(logits[b], logits[a]))
            .mapToInt(i -> i)
            .toArray();
    int[] seen = Arrays.stream(draws(new SamplerOptions(50, 5, 1), 1, logits)).distinct().toArray();
    assertThat(seen).containsExactlyInAnyOrder(Arrays.copyOf(sorted, 5));
    float[] steep = {10, 9, 0, 0, 0};
    assertThat(draws(new SamplerOptions(1, 0, 0.9), 1, steep)).containsOnly(0, 1);
    assertThat(draws(new SamplerOptions(1, 0, 0.5), 1, steep)).containsOnly(0);
  }

  @Test
  void infinite_and_missing_logits_do_no_harm() {
    float[] infinite = {1, Float.POSITIVE_INFINITY, 3};
    assertThat(draws(new SamplerOptions(1, 0, 1), 1, infinite)).containsOnly(1);
    float[] nothing = {Float.NaN, Float.NaN};
    assertThat(sampler(SamplerOptions.GREEDY, 1).pick(nothing)).isEmpty();
    assertThat(sampler(new SamplerOptions(1, 0, 1), 1).pick(new float[0])).isEmpty();
  }

  @Test
  void options_out_of_range_are_refused() {
    assertThatThrownBy(() -> new SamplerOptions(Double.NaN, 0, 1))
        .hasMessageContaining("temperature");
    assertThatThrownBy(() -> new SamplerOptions(1, -1, 1)).hasMessageContaining("topK");
    assertThatThrownBy(() -> new SamplerOptions(1, 0, 0)).hasMessageContaining("topP");
  }

  private static float[] randomLogits() {
    Random random = new Random(2);
    float[] logits = new float[1000];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) random.nextGaussian();
    }
    return logits;
  }

  private static int[] draws(SamplerOptions options, long seed, float[] logits) {
    Sampler sampler = sampler(options, seed);
    return IntStream.range(0, 300).map(i -> sampler.pick(logits).getAsInt()).toArray();
  }

  private static Sampler sampler(SamplerOptions options, long seed) {
    return new Sampler(options, new Random(seed));
  }

  private static BitSet bits(int... ids) {
    BitSet bits = new BitSet();
    Arrays.stream(ids).forEach(bits::set);
    return bits;
  }
}
