package anima.brain.llm;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.graph.WeightFormat;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each architecture and shape against the reference: the whole sequence in one run, in portions,
 * and token by token.
 */
final class ArchitectureTest {
  /** Largest difference of a logit, relative to the root mean square of the logits. */
  private static final double FLOAT_ERROR_MAX = 5e-5;

  private static final int TOKENS = 48;

  @TempDir Path folder;

  private static RandomModel llama() {
    return RandomModel.small();
  }

  private static RandomModel qwen3(int hidden, int headSize) {
    return new RandomModel("Qwen3ForCausalLM", 71, hidden, 80, 2)
        .set("head_dim", headSize)
        .set("tie_word_embeddings", true);
  }

  @Test
  void llama_with_shared_single_and_own_key_heads() throws Exception {
    check(llama().heads(4, 2));
    check(llama().heads(4, 1));
    check(llama().heads(4, 4));
    check(llama().heads(1, 1));
  }

  @Test
  void heads_of_many_widths() throws Exception {
    for (int size : new int[] {2, 8, 20, 48, 64, 128}) {
      check(llama().set("head_dim", size));
      check(qwen3(64, size));
      check(RandomModel.gpt2(53, 2 * size, 2, 1));
    }
  }

  @Test
  void odd_vocabularies() throws Exception {
    check(new RandomModel("LlamaForCausalLM", 1, 32, 48, 1));
    check(new RandomModel("LlamaForCausalLM", 257, 32, 48, 1));
    check(RandomModel.gpt2(257, 32, 2, 1));
  }

  @Test
  void mistral_within_its_window() throws Exception {
    check(new RandomModel("MistralForCausalLM", 67, 64, 96, 2).set("sliding_window", TOKENS));
  }

  @Test
  void qwen2_with_biases_of_query_key_and_value() throws Exception {
    check(
        new RandomModel("Qwen2ForCausalLM", 67, 64, 96, 2)
            .set("use_sliding_window", false)
            .set("sliding_window", 4));
  }

  @Test
  void qwen3_with_normalised_heads() throws Exception {
    check(qwen3(64, 16).heads(6, 3));
    check(qwen3(48, 32).set("attention_bias", true).set("tie_word_embeddings", false));
  }

  @Test
  void gpt2_tied_and_untied_with_and_without_prefix() throws Exception {
    check(RandomModel.gpt2(61, 64, 4, 2));
    check(RandomModel.gpt2(61, 64, 4, 2).prefix("transformer."));
    check(RandomModel.gpt2(61, 48, 6, 3).set("tie_word_embeddings", false).set("n_inner", 72));
  }

  @Test
  void linear_positions() throws Exception {
    checkScaling("{'type': 'linear', 'factor': 4.0}");
  }

  @Test
  void llama3_positions() throws Exception {
    checkScaling(
        "{'rope_type': 'llama3', 'factor': 8.0, 'low_freq_factor': 1.0, 'high_freq_factor': 4.0,"
            + " 'original_max_position_embeddings': 16}");
  }

  @Test
  void yarn_positions() throws Exception {
    checkScaling(
        "{'type': 'yarn', 'factor': 4.0, 'original_max_position_embeddings': 16, 'beta_fast': 2}");
    checkScaling(
        "{'rope_type': 'yarn', 'factor': 4.0, 'original_max_position_embeddings': 16,"
            + " 'attention_factor': 0.7}");
  }

  @Test
  void dynamic_positions_within_the_context() throws Exception {
    checkScaling("{'type': 'dynamic', 'factor': 4.0}");
  }

  private void checkScaling(String scaling) throws Exception {
    var json = JsonParser.parseString(scaling.replace('\'', '"')).getAsJsonObject();
    check(llama().set("rope_theta", 100).set("rope_scaling", json));
    json.addProperty("rope_theta", 1000);
    check(qwen3(64, 20).set("rope_parameters", json));
  }

  private void check(RandomModel model) throws Exception {
    model.write(folder);
    int[] ids = LlmTest.ids(TOKENS, model.config.get("vocab_size").getAsInt());
    double[][] expected = Reference.of(folder).logits(ids);
    LlmOptions options = LlmOptions.defaults().withThreads(1).withContextTokens(TOKENS);
    try (Llm llm = Llm.open(ModelFolder.open(folder), options.withWeights(WeightFormat.F32));
        LlmSession session = llm.newSession()) {
      compare(session.prefillAll(ids), expected, model);
      session.truncate(0);
      compare(inPortions(session, ids), expected, model);
      session.truncate(0);
      compare(oneByOne(session, ids), expected, model);
    }
  }

  private static void compare(float[][] actual, double[][] expected, RandomModel model) {
    double error = Logits.largestError(actual, expected);
    assertThat(error).as("%s", model.config).isLessThan(FLOAT_ERROR_MAX);
  }

  private static float[][] inPortions(LlmSession session, int[] ids) {
    float[][] logits = new float[ids.length][];
    int begin = 0;
    for (int count = 1; begin < ids.length; count++) {
      int end = Math.min(ids.length, begin + count);
      float[][] part = session.prefillAll(Arrays.copyOfRange(ids, begin, end));
      System.arraycopy(part, 0, logits, begin, part.length);
      begin = end;
    }
    return logits;
  }

  private static float[][] oneByOne(LlmSession session, int[] ids) {
    float[][] logits = new float[ids.length][];
    for (int t = 0; t < ids.length; t++) {
      logits[t] = session.decode(ids[t]).clone();
    }
    return logits;
  }
}
