package anima.brain.llm;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.LlmOptions.PrefillWeights;
import anima.brain.llm.gguf.GgufCopy;
import anima.brain.llm.gguf.GgufType;
import anima.brain.llm.graph.WeightFormat;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same model as safetensors and as GGUF must say the same. Errors are as in LlmTest. */
final class GgufLlmTest {
  private static final double FLOAT_ERROR_MAX = 1e-5;
  private static final double HALF_ERROR_MAX = 2e-3;

  /** Activations rounded to 8 bits; weights as they are in the file. */
  private static final double TAKEN_OVER_ERROR_MAX = 0.05;

  /** Weights of a random model rounded to 4 bits. */
  private static final double INT4_ERROR_MAX = 0.6;

  private static final LlmOptions OPTIONS =
      LlmOptions.defaults().withThreads(1).withContextTokens(64);

  @TempDir Path temporary;

  @Test
  void rows_of_query_and_key_find_their_places() throws Exception {
    check(RandomModel.small(), GgufType.F32, FLOAT_ERROR_MAX, FLOAT_ERROR_MAX);
  }

  @Test
  void separate_head_and_biases_everywhere() throws Exception {
    RandomModel model =
        new RandomModel("LlamaForCausalLM", 50, 96, 80, 2)
            .heads(6, 3)
            .set("attention_bias", true)
            .set("mlp_bias", true);
    check(model, GgufType.F32, FLOAT_ERROR_MAX, FLOAT_ERROR_MAX);
  }

  @Test
  void qwen_keeps_its_rows_and_has_its_biases() throws Exception {
    RandomModel model = new RandomModel("Qwen2ForCausalLM", 61, 64, 96, 2);
    check(model, GgufType.F32, FLOAT_ERROR_MAX, FLOAT_ERROR_MAX);
  }

  @Test
  void qwen3_normalises_its_heads() throws Exception {
    RandomModel model = new RandomModel("Qwen3ForCausalLM", 61, 64, 96, 2).set("head_dim", 32);
    check(model, GgufType.F32, FLOAT_ERROR_MAX, FLOAT_ERROR_MAX);
    check(model, GgufType.Q8_0, TAKEN_OVER_ERROR_MAX, TAKEN_OVER_ERROR_MAX);
  }

  @Test
  void a_scaled_rotation_is_a_factor_for_each_pair() throws Exception {
    RandomModel model = RandomModel.small();
    JsonObject scaling = new JsonObject();
    scaling.addProperty("rope_type", "llama3");
    scaling.addProperty("factor", 8);
    scaling.addProperty("original_max_position_embeddings", 32);
    model.config.add("rope_scaling", scaling);
    check(model, GgufType.F32, FLOAT_ERROR_MAX, FLOAT_ERROR_MAX);
  }

  @Test
  void halves() throws Exception {
    check(RandomModel.small(), GgufType.F16, FLOAT_ERROR_MAX, HALF_ERROR_MAX);
  }

  @Test
  void blocks_of_8_bits_are_taken_over() throws Exception {
    check(RandomModel.small(), GgufType.Q8_0, TAKEN_OVER_ERROR_MAX, TAKEN_OVER_ERROR_MAX);
  }

  @Test
  void blocks_of_4_bits_are_taken_over() throws Exception {
    check(RandomModel.small(), GgufType.Q4_0, TAKEN_OVER_ERROR_MAX, INT4_ERROR_MAX);
  }

  @Test
  void blocks_of_4_bits_with_narrow_heads() throws Exception {
    RandomModel model = new RandomModel("LlamaForCausalLM", 50, 64, 96, 2).heads(8, 2);
    check(model, GgufType.Q4_0, TAKEN_OVER_ERROR_MAX, INT4_ERROR_MAX);
  }

  /**
   * Compares the logits of a GGUF copy with a reference that computes in doubles.
   *
   * @param storedMax largest error against the weights as the copy has them
   * @param originalMax largest error against the weights before they were rounded
   */
  private void check(RandomModel model, GgufType type, double storedMax, double originalMax)
      throws Exception {
    Path folder = model.write(temporary.resolve("original"));
    Path file = new GgufCopy(ModelFolder.open(folder), type).write(temporary.resolve("copy.gguf"));
    int[] ids = LlmTest.ids(40, model.config.get("vocab_size").getAsInt());
    LlmOptions options =
        OPTIONS.withWeights(WeightFormat.AS_STORED).withPrefill(PrefillWeights.SAME);
    ModelFolder copy = ModelFolder.open(file);
    PlainModel rounded = new PlainModel(folder).withWeights(copy.weights());
    try (Llm llm = Llm.open(copy, options);
        LlmSession session = llm.newSession()) {
      float[][] logits = session.prefillAll(ids);
      double[][] stored = new ReferenceLlama(rounded).logits(ids);
      assertThat(Logits.relativeError(logits, stored)).isLessThan(storedMax);
      double[][] original = new ReferenceLlama(folder).logits(ids);
      assertThat(Logits.relativeError(logits, original)).isLessThan(originalMax);
      session.truncate(0);
      for (int i = 0; i < ids.length; i++) {
        logits[i] = session.decode(ids[i]).clone();
      }
      assertThat(Logits.relativeError(logits, stored)).isLessThan(storedMax);
    }
  }
}
