package anima.brain.llm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelConfigReaderTest {
  @TempDir Path folder;

  private static JsonElement json(String text) {
    return JsonParser.parseString(text.replace('\'', '"'));
  }

  private ModelConfig read(RandomModel model) throws IOException, ModelException {
    Files.writeString(folder.resolve(ModelFolder.CONFIG), model.config.toString());
    return ModelConfigReader.read(folder);
  }

  @Test
  void texts_end_where_either_file_says() throws Exception {
    RandomModel model = RandomModel.small().set("eos_token_id", json("[3, 5]"));
    assertThat(read(model).endTokens()).containsExactlyInAnyOrder(3, 5);
    Path generation = folder.resolve(ModelFolder.GENERATION);
    Files.writeString(generation, "{\"eos_token_id\": [5, 7]}");
    assertThat(read(model).endTokens()).containsExactlyInAnyOrder(3, 5, 7);
    Files.writeString(generation, "{\"eos_token_id\": 96, \"temperature\": 0.6}");
    assertThat(read(RandomModel.small()).endTokens()).containsExactly(96);
    Files.writeString(generation, "{}");
    assertThat(read(RandomModel.small()).endTokens()).isEmpty();
  }

  @Test
  void a_window_ends_the_context() throws Exception {
    RandomModel mistral = new RandomModel("MistralForCausalLM", 97, 64, 96, 2);
    assertThat(read(mistral).contextTokensMax()).isEqualTo(512);
    assertThat(read(mistral.set("sliding_window", 100)).contextTokensMax()).isEqualTo(100);
    assertThat(read(mistral.set("sliding_window", 4096)).contextTokensMax()).isEqualTo(512);
    RandomModel qwen = new RandomModel("Qwen2ForCausalLM", 97, 64, 96, 2);
    qwen.set("sliding_window", 100).set("use_sliding_window", false);
    assertThat(read(qwen).contextTokensMax()).isEqualTo(512);
    assertThat(read(qwen.set("use_sliding_window", true)).contextTokensMax()).isEqualTo(100);
  }

  @Test
  void both_spellings_of_a_scaling_mean_the_same() throws Exception {
    RandomModel older = RandomModel.small().set("rope_theta", 500_000);
    older.set("rope_scaling", json("{'type': 'linear', 'factor': 2}"));
    RandomModel newer = RandomModel.small();
    newer.set(
        "rope_parameters", json("{'rope_type': 'linear', 'factor': 2, 'rope_theta': 500000}"));
    assertThat(read(older)).isEqualTo(read(newer));
    assertThat(read(older).architecture()).isNotEqualTo(read(RandomModel.small()).architecture());
  }

  @Test
  void yarn_lengthens_the_context() throws Exception {
    RandomModel model = RandomModel.small();
    model.set("rope_scaling", json("{'type': 'yarn', 'factor': 4}"));
    assertThat(read(model).contextTokensMax()).isEqualTo(2048);
    model.set(
        "rope_scaling",
        json("{'type': 'yarn', 'factor': 4, 'original_max_position_embeddings': 100}"));
    assertThat(read(model).contextTokensMax()).isEqualTo(512);
  }

  /** The factors of Llama 3.2: fast pairs stay, slow ones turn 32 times slower. */
  @Test
  void llama3_slows_down_what_turns_slowly() {
    Rotary plain = Rotary.of(500_000, 64);
    Rotary scaled = plain.llama3(32, 1, 4, 8192);
    assertThat(scaled.frequencies().get(0)).isEqualTo(plain.frequencies().get(0));
    assertThat(scaled.frequencies().get(31)).isEqualTo(plain.frequencies().get(31) / 32);
    assertThat(scaled.frequencies()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void a_scaling_that_is_not_computed_is_named() throws Exception {
    checkScaling(
        "{'rope_type': 'longrope', 'factor': 2}",
        "\"rope_scaling.rope_type\" is longrope but must be default, linear, dynamic, llama3 or"
            + " yarn");
    checkScaling("{'type': 'linear'}", "\"rope_scaling.factor\" is missing but must be a number");
    checkScaling("{'type': 'linear', 'factor': 0}", "\"rope_scaling.factor\" is 0 but must be");
    checkScaling(
        "{'type': 'llama3', 'factor': 2, 'low_freq_factor': 4}",
        "\"rope_scaling.high_freq_factor\" is 4.0 but must be more than 4.0");
    checkScaling("{'type': 3}", "\"rope_scaling.type\" is 3 but must be a text");
  }

  private void checkScaling(String scaling, String says) {
    check(RandomModel.small().set("rope_scaling", json(scaling)), ModelFault.SETTING, says);
  }

  @Test
  void a_gpt2_that_is_not_computed_is_named() throws Exception {
    checkGpt2("activation_function", "relu", "is relu but must be gelu_new");
    checkGpt2("scale_attn_weights", false, "is false but must be true");
    checkGpt2("scale_attn_by_inverse_layer_idx", true, "is true but must be false");
    checkGpt2("n_head", 5, "\"n_embd\" is 64 but must be a multiple of 5");
    checkGpt2("n_embd", 12, "\"n_embd\" is 12 but must be an even multiple of 4");
    checkGpt2("n_positions", "many", "\"n_positions\" is \"many\" but must be a number from 1");
  }

  private void checkGpt2(String name, Object value, String says) {
    check(RandomModel.gpt2(50, 64, 4, 1).set(name, value), ModelFault.SETTING, says);
  }

  @Test
  void a_family_that_is_not_computed_is_named() {
    check(
        new RandomModel("Gemma2ForCausalLM", 97, 64, 96, 2),
        ModelFault.FOREIGN_ARCHITECTURE,
        "the architecture Gemma2ForCausalLM is not known here; use a model of the Llama, Mistral,"
            + " Qwen2, Qwen3 or GPT-2 family");
  }

  private void check(RandomModel model, ModelFault fault, String says) {
    ModelException thrown = catchThrowableOfType(ModelException.class, () -> read(model));
    assertThat(thrown).hasMessageContaining(says);
    assertThat(thrown.fault()).isEqualTo(fault);
  }
}
