package anima.brain.llm;

import static anima.brain.llm.LlmOptions.PrefillWeights.INT8_ROWS;
import static anima.brain.llm.LlmOptions.PrefillWeights.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.LlmOptions.DecodeBy;
import anima.brain.llm.graph.WeightFormat;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import anima.brain.llm.model.RandomModel.Storage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LlmTest {
  /** Root mean square error of the logits relative to the logits, computed in floats. */
  private static final double FLOAT_ERROR_MAX = 1e-5;

  /** The same with activations rounded to 8 bits. */
  private static final double INT8_ERROR_MAX = 0.1;

  /** The same with weights of a random model rounded to 4 bits. */
  private static final double INT4_ERROR_MAX = 0.6;

  /** The same between Java and the graph, whose scales differ in the last digits. */
  private static final double VECTOR_ERROR_MAX = 0.08;

  private static final LlmOptions OPTIONS =
      TestDevice.options().withThreads(1).withContextTokens(160);

  @TempDir Path folder;

  @Test
  @Tag(TestDevice.CARD)
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
  @Tag(TestDevice.CARD)
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
  @Tag(TestDevice.CARD)
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
  void single_tokens_computed_in_java_agree_with_the_graph() throws Exception {
    checkVector(new RandomModel("LlamaForCausalLM", 97, 64, 96, 2).heads(4, 2), 1);
  }

  @Test
  void single_tokens_computed_by_a_team_agree_with_the_graph() throws Exception {
    checkVector(new RandomModel("LlamaForCausalLM", 130, 128, 352, 3).heads(8, 1), 3);
  }

  @Test
  void single_tokens_with_query_biases_computed_in_java() throws Exception {
    checkVector(new RandomModel("Qwen2ForCausalLM", 97, 64, 96, 2).set("head_dim", 16), 1);
  }

  @Test
  void single_tokens_with_normalised_heads_computed_in_java() throws Exception {
    checkVector(new RandomModel("Qwen3ForCausalLM", 97, 64, 96, 2).set("head_dim", 32), 1);
  }

  @Test
  void single_tokens_with_biases_everywhere_computed_in_java() throws Exception {
    checkVector(
        new RandomModel("LlamaForCausalLM", 97, 64, 96, 2)
            .set("attention_bias", true)
            .set("mlp_bias", true),
        1);
  }

  /** Both round weights and activations alike, so they are closer to each other than to floats. */
  private void checkVector(RandomModel model, int threads) throws Exception {
    model.write(folder);
    int[] ids = ids(60, model.config.get("vocab_size").getAsInt());
    LlmOptions options =
        OPTIONS.withThreads(threads).withWeights(WeightFormat.INT4).withPrefill(SAME);
    try (Llm java = Llm.open(ModelFolder.open(folder), options);
        Llm graph = Llm.open(ModelFolder.open(folder), options.withDecode(DecodeBy.GRAPH));
        LlmSession own = java.newSession();
        LlmSession other = graph.newSession()) {
      // Tokens from both, one after the other, and some that are taken back.
      own.prefill(Arrays.copyOf(ids, 20));
      other.prefill(Arrays.copyOf(ids, 20));
      for (int i = 20; i < 30; i++) {
        own.decode(ids[i]);
        other.decode(ids[i]);
      }
      own.truncate(25);
      other.truncate(25);
      own.prefill(Arrays.copyOfRange(ids, 30, 50));
      other.prefill(Arrays.copyOfRange(ids, 30, 50));
      double[][] expected = new double[10][];
      float[][] actual = new float[10][];
      for (int i = 0; i < 10; i++) {
        actual[i] = own.decode(ids[50 + i]).clone();
        expected[i] = doubles(other.decode(ids[50 + i]));
      }
      assertThat(Logits.relativeError(actual, expected)).isLessThan(VECTOR_ERROR_MAX).isPositive();
    }
  }

  private static double[] doubles(float[] floats) {
    return IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
  }

  @Test
  void floats_rounded_to_8_bits_by_rows() throws Exception {
    check(RandomModel.small(), WeightFormat.INT8_ROWS, INT8_ERROR_MAX);
  }

  @Test
  void unsigned_rows_for_processors_that_saturate() throws Exception {
    check(RandomModel.small(), WeightFormat.UINT8_ROWS, INT8_ERROR_MAX);
  }

  @Test
  void int8_rows_are_taken_over_for_runs_of_many_tokens() throws Exception {
    check(RandomModel.small().storage(Storage.INT8_ROWS), WeightFormat.INT8_ROWS, INT8_ERROR_MAX);
  }

  @Test
  void a_second_copy_of_the_weights_computes_long_runs() throws Exception {
    RandomModel.small().write(folder);
    int[] ids = ids(40, 97);
    double[][] expected = new ReferenceLlama(folder).logits(ids);
    LlmOptions options = OPTIONS.withWeights(WeightFormat.F32).withPrefill(INT8_ROWS);
    try (Llm llm = Llm.open(ModelFolder.open(folder), options);
        LlmSession session = llm.newSession()) {
      double error = Logits.relativeError(session.prefillAll(ids), expected);
      assertThat(error).isLessThan(INT8_ERROR_MAX).isGreaterThan(FLOAT_ERROR_MAX);
      // A single token behind them is computed in floats over a cache of rounded numbers.
      session.truncate(39);
      float[][] last = {session.decode(ids[39])};
      assertThat(Logits.relativeError(last, new double[][] {expected[39]}))
          .isLessThan(INT8_ERROR_MAX);
    }
  }

  @Test
  void one_scale_a_row_with_biases_and_a_separate_head() throws Exception {
    check(
        new RandomModel("Qwen2ForCausalLM", 61, 48, 80, 2).heads(6, 2),
        WeightFormat.INT8_ROWS,
        INT8_ERROR_MAX);
  }

  /** Real models have tokens whose activations are a thousand times those of their neighbours. */
  @Test
  void a_token_with_huge_activations_does_not_blur_the_others() throws Exception {
    int loud = ids(40, 97)[3];
    RandomModel model = RandomModel.small().change((name, values) -> makeLoud(loud, name, values));
    check(model, WeightFormat.INT8_ROWS, 2 * INT8_ERROR_MAX);
  }

  /** One channel that only one token has, amplified between the gated layers. */
  private static void makeLoud(int token, String name, float[] values) {
    int hidden = 64;
    if (name.equals("model.embed_tokens.weight")) {
      for (int id = 0; id < 97; id++) {
        values[id * hidden] = id == token ? 10 : 0;
      }
    } else if (name.equals("model.layers.0.self_attn.o_proj.weight")) {
      Arrays.fill(values, 0, hidden, 0);
    } else if (name.startsWith("model.layers.0.mlp") && !name.contains("down")) {
      values[0] = 50;
    }
  }

  @Test
  @Tag(TestDevice.CARD)
  void floats_rounded_to_4_bits() throws Exception {
    check(RandomModel.small(), WeightFormat.INT4, INT4_ERROR_MAX);
  }

  private void check(RandomModel model, WeightFormat format, double errorMax) throws Exception {
    model.write(folder);
    int[] ids = ids(40, model.config.get("vocab_size").getAsInt());
    double[][] expected = new ReferenceLlama(folder).logits(ids);
    try (Llm llm = Llm.open(ModelFolder.open(folder), OPTIONS.withWeights(format));
        LlmSession session = llm.newSession()) {
      assertThat(Logits.relativeError(session.prefillAll(ids), expected)).isLessThan(errorMax);
    }
  }

  static int[] ids(int count, int vocabulary) {
    return new Random(7).ints(count, 0, vocabulary).toArray();
  }
}
