package anima.brain.llm;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.graph.WeightFormat;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import anima.brain.llm.model.RandomModel.Storage;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LlmTest {
  /** Root mean square error of the logits relative to the logits, computed in floats. */
  private static final double FLOAT_ERROR_MAX = 1e-5;

  /** The same with activations rounded to 8 bits. */
  private static final double INT8_ERROR_MAX = 0.05;

  /** The same with weights of a random model rounded to 4 bits. */
  private static final double INT4_ERROR_MAX = 0.6;

  private static final LlmOptions OPTIONS =
      LlmOptions.defaults().withThreads(1).withContextTokens(160);

  @TempDir Path folder;

  @Test
  void a_tied_model_with_shared_key_heads_agrees_with_the_reference() throws Exception {
    check(RandomModel.small(), WeightFormat.F32, FLOAT_ERROR_MAX);
  }

  @Test
  void separate_head_and_one_key_for_each_head() throws Exception {
    check(
        new RandomModel("LlamaForCausalLM", 50, 96, 80, 3).heads(6, 6),
        WeightFormat.F32,
        FLOAT_ERROR_MAX);
  }

  @Test
  void narrow_heads_are_widened() throws Exception {
    check(
        new RandomModel("LlamaForCausalLM", 50, 48, 80, 2).heads(6, 2),
        WeightFormat.F32,
        FLOAT_ERROR_MAX);
  }

  @Test
  void narrow_heads_of_int8_rows_are_widened() throws Exception {
    check(
        new RandomModel("LlamaForCausalLM", 50, 48, 80, 2).heads(6, 2).storage(Storage.INT8_ROWS),
        WeightFormat.AS_STORED,
        INT8_ERROR_MAX);
  }

  @Test
  void heads_wider_than_the_stream() throws Exception {
    check(
        RandomModel.small().set("head_dim", 32).set("rope_theta", 500_000),
        WeightFormat.F32,
        FLOAT_ERROR_MAX);
  }

  @Test
  void query_biases_of_qwen() throws Exception {
    check(
        new RandomModel("Qwen2ForCausalLM", 61, 64, 96, 2).set("head_dim", 8),
        WeightFormat.F32,
        FLOAT_ERROR_MAX);
  }

  @Test
  void biases_everywhere() throws Exception {
    check(
        RandomModel.small().set("attention_bias", true).set("mlp_bias", true),
        WeightFormat.F32,
        FLOAT_ERROR_MAX);
  }

  @Test
  void halves() throws Exception {
    check(RandomModel.small().storage(Storage.F16), WeightFormat.AS_STORED, FLOAT_ERROR_MAX);
  }

  @Test
  void brain_floats() throws Exception {
    check(RandomModel.small().storage(Storage.BF16), WeightFormat.AS_STORED, FLOAT_ERROR_MAX);
  }

  @Test
  void int8_rows_computed_in_floats_are_exact() throws Exception {
    check(RandomModel.small().storage(Storage.INT8_ROWS), WeightFormat.F32, FLOAT_ERROR_MAX);
  }

  @Test
  void int8_rows_with_rounded_activations() throws Exception {
    check(RandomModel.small().storage(Storage.INT8_ROWS), WeightFormat.AS_STORED, INT8_ERROR_MAX);
  }

  @Test
  void floats_rounded_to_8_bits() throws Exception {
    check(RandomModel.small(), WeightFormat.INT8, INT8_ERROR_MAX);
  }

  @Test
  void floats_rounded_to_4_bits() throws Exception {
    check(RandomModel.small(), WeightFormat.INT4, INT4_ERROR_MAX);
  }

  private void check(RandomModel model, WeightFormat format, double errorMax) throws Exception {
    model.write(folder);
    int[] ids = ids(40, model.config.get("vocab_size").getAsInt());
    double[][] expected = new ReferenceLlama(folder).logits(ids);
    try (Llm llm = Llm.open(ModelFolder.open(folder), OPTIONS.withWeights(format));
        LlmSession session = llm.newSession()) {
      double error = relativeError(session.prefillAll(ids), expected);
      assertThat(error).isLessThan(errorMax);
    }
  }

  static int[] ids(int count, int vocabulary) {
    return new Random(7).ints(count, 0, vocabulary).toArray();
  }

  private static double relativeError(float[][] actual, double[][] expected) {
    double errors = 0;
    double squares = 0;
    for (int t = 0; t < expected.length; t++) {
      for (int i = 0; i < expected[t].length; i++) {
        errors += Math.pow(actual[t][i] - expected[t][i], 2);
        squares += Math.pow(expected[t][i], 2);
      }
    }
    return Math.sqrt(errors / squares);
  }
}
