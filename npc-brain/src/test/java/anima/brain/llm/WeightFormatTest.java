package anima.brain.llm;

import static anima.brain.llm.LlmOptions.PrefillWeights.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.LlmOptions.DecodeBy;
import anima.brain.llm.graph.WeightFormat;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each architecture in each format against a reference whose weights are rounded in the same way,
 * so that only the rounding of activations is left; against the unrounded one too, which says what
 * a format costs. Errors are root mean squares, relative to that of the logits.
 */
final class WeightFormatTest {
  @TempDir Path folder;

  private static RandomModel llama() {
    return new RandomModel("LlamaForCausalLM", 97, 64, 96, 2).set("attention_bias", true);
  }

  private static RandomModel qwen3() {
    return new RandomModel("Qwen3ForCausalLM", 71, 96, 80, 2).set("head_dim", 32);
  }

  private static RandomModel gpt2() {
    return RandomModel.gpt2(53, 96, 6, 2).set("tie_word_embeddings", false);
  }

  @Test
  void floats_are_exact() throws Exception {
    for (RandomModel model : new RandomModel[] {llama(), qwen3(), gpt2()}) {
      check(model, WeightFormat.F32, 32, 1e-5, 1e-5);
    }
  }

  @Test
  void blocks_of_8_bits() throws Exception {
    for (RandomModel model : new RandomModel[] {llama(), qwen3(), gpt2()}) {
      check(model, WeightFormat.INT8, 8, 0.05, 0.08);
    }
  }

  @Test
  void blocks_of_4_bits() throws Exception {
    for (RandomModel model : new RandomModel[] {llama(), qwen3(), gpt2()}) {
      check(model, WeightFormat.INT4, 4, 0.05, 0.6);
    }
  }

  /**
   * Opens the model in a format and compares.
   *
   * @param bits of a rounded weight
   * @param roundedMax largest error against rounded weights
   * @param exactMax largest error against the weights of the file
   */
  private void check(
      RandomModel model, WeightFormat format, int bits, double roundedMax, double exactMax)
      throws Exception {
    model.write(folder);
    int[] ids = LlmTest.ids(40, model.config.get("vocab_size").getAsInt());
    LlmOptions options = LlmOptions.defaults().withThreads(1).withContextTokens(64);
    try (Llm llm =
            Llm.open(
                ModelFolder.open(folder),
                options.withWeights(format).withPrefill(SAME).withDecode(DecodeBy.GRAPH));
        LlmSession session = llm.newSession()) {
      float[][] logits = session.prefillAll(ids);
      double rounded = Logits.relativeError(logits, reference(bits).logits(ids));
      double exact = Logits.relativeError(logits, Reference.of(folder).logits(ids));
      assertThat(rounded).as("%s", model.config).isLessThan(roundedMax);
      assertThat(exact).as("%s", model.config).isLessThan(exactMax);
    }
  }

  private Reference reference(int bits) throws IOException {
    PlainModel model = new PlainModel(folder);
    return Reference.of(bits == 32 ? model : model.rounded(bits));
  }
}
