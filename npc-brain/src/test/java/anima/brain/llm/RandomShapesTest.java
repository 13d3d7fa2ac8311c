package anima.brain.llm;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.graph.WeightFormat;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import anima.brain.llm.model.RandomModel.Storage;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches for shapes that nobody thought of, where the runtime and the reference differ. */
final class RandomShapesTest {
  private static final int MODELS = 30;
  private static final int TOKENS_MAX = 40;

  /** Largest difference of a logit, relative to the root mean square of the logits. */
  private static final double ERROR_MAX = 5e-5;

  @TempDir Path folder;

  @Test
  void any_shape_agrees_with_the_reference() throws Exception {
    for (int seed = 0; seed < MODELS; seed++) {
      Random random = new Random(seed);
      RandomModel model = model(random).seed(seed);
      model.write(folder);
      check(random, "seed " + seed + ": " + model.config);
    }
  }

  private static RandomModel model(Random random) {
    int vocabulary = 1 + random.nextInt(90);
    int layers = 1 + random.nextInt(2);
    int keyHeads = 1 + random.nextInt(3);
    int heads = keyHeads * (1 + random.nextInt(3));
    int size = 2 * (1 + random.nextInt(20));
    if (random.nextInt(3) == 0) {
      return RandomModel.gpt2(vocabulary, heads * size, heads, layers)
          .prefix(random.nextBoolean() ? "transformer." : "")
          .set("n_inner", 1 + random.nextInt(70))
          .set("tie_word_embeddings", random.nextBoolean())
          .storage(pick(random, Storage.F32, Storage.F16, Storage.BF16));
    }
    String family = pick(random, "Llama", "Mistral", "Qwen2", "Qwen3");
    int hidden = 1 + random.nextInt(70);
    RandomModel llama =
        new RandomModel(family + "ForCausalLM", vocabulary, hidden, 1 + random.nextInt(70), layers)
            .heads(heads, keyHeads)
            .set("head_dim", size)
            .set("rope_theta", 2 + random.nextInt(20_000))
            .set("rms_norm_eps", pick(random, 1e-6, 1e-5, 1e-2))
            .set("tie_word_embeddings", random.nextBoolean())
            .set("attention_bias", random.nextBoolean())
            .set("mlp_bias", random.nextBoolean())
            .storage(pick(random, Storage.values()));
    return random.nextBoolean() ? llama.set("rope_scaling", scaling(random)) : llama;
  }

  private static JsonObject scaling(Random random) {
    JsonObject scaling = new JsonObject();
    String name = pick(random, "type", "rope_type");
    scaling.addProperty(name, pick(random, "default", "linear", "dynamic", "llama3", "yarn"));
    scaling.addProperty("factor", 1 + 8 * random.nextDouble());
    scaling.addProperty("original_max_position_embeddings", 4 + random.nextInt(30));
    scaling.addProperty("low_freq_factor", 0.5 + random.nextDouble());
    scaling.addProperty("high_freq_factor", 2 + 3 * random.nextDouble());
    return scaling;
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Runs one sequence in random portions, then a longer and a shorter one side by side. */
  private void check(Random random, String which) throws Exception {
    LlmOptions options =
        LlmOptions.defaults()
            .withThreads(1)
            .withContextTokens(TOKENS_MAX)
            .withWeights(WeightFormat.F32);
    try (Llm llm = Llm.open(ModelFolder.open(folder), options);
        LlmSession longer = llm.newSession();
        LlmSession shorter = llm.newSession()) {
      int[] ids = LlmTest.ids(TOKENS_MAX, llm.config().vocabularyTokens());
      double[][] expected = Reference.of(folder).logits(ids);
      float[][] actual = inPortions(longer, ids, random);
      assertThat(Logits.largestError(actual, expected)).as(which).isLessThan(ERROR_MAX);
      int few = 1 + random.nextInt(TOKENS_MAX - 2);
      longer.truncate(TOKENS_MAX - 1);
      shorter.prefill(Arrays.copyOf(ids, few));
      float[][] both = llm.decode(List.of(longer, shorter), ids[TOKENS_MAX - 1], ids[few]);
      double[][] expectedBoth = {expected[TOKENS_MAX - 1], expected[few]};
      assertThat(Logits.largestError(both, expectedBoth)).as(which).isLessThan(ERROR_MAX);
    }
  }

  private static float[][] inPortions(LlmSession session, int[] ids, Random random) {
    float[][] logits = new float[ids.length][];
    int begin = 0;
    while (begin < ids.length) {
      int end = Math.min(ids.length, begin + 1 + random.nextInt(12));
      float[][] part = session.prefillAll(Arrays.copyOfRange(ids, begin, end));
      System.arraycopy(part, 0, logits, begin, part.length);
      begin = end;
    }
    return logits;
  }
}
