package anima.brain.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anima.brain.llm.engine.ComputeDevice;
import anima.brain.llm.engine.DeviceChoice;
import anima.brain.llm.engine.DeviceReason;
import anima.brain.llm.graph.WeightFormat;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What there is to test only where there is a graphics card. */
@Tag(TestDevice.CARD)
@EnabledIfSystemProperty(named = TestDevice.PROPERTY, matches = "GPU")
final class CardOnlyTest {
  private static final int[] PROMPT = LlmTest.ids(20, 97);

  @TempDir Path folder;

  @BeforeEach
  void writeModel() throws Exception {
    RandomModel.small().write(folder);
  }

  private Llm open(DeviceChoice device) throws Exception {
    LlmOptions options =
        LlmOptions.defaults()
            .withThreads(1)
            .withContextTokens(64)
            .withWeights(WeightFormat.F32)
            .withDevice(device);
    return Llm.open(ModelFolder.open(folder), options);
  }

  @Test
  void the_card_writes_the_text_that_the_processor_writes() throws Exception {
    try (Llm card = open(DeviceChoice.GPU);
        Llm processor = open(DeviceChoice.CPU)) {
      assertThat(card.device().device()).isEqualTo(ComputeDevice.WEBGPU);
      assertThat(processor.device().device()).isEqualTo(ComputeDevice.CPU);
      assertThat(write(card)).isEqualTo(write(processor));
    }
  }

  private static List<Integer> write(Llm llm) {
    try (LlmSession session = llm.newSession()) {
      Sampler sampler = new Sampler(SamplerOptions.GREEDY, new Random(1));
      List<Integer> text = new ArrayList<>();
      int token = sampler.pick(session.prefill(PROMPT)).orElseThrow();
      while (text.size() < 30) {
        text.add(token);
        token = sampler.pick(session.decode(token)).orElseThrow();
      }
      return text;
    }
  }

  @Test
  void a_driver_that_computes_long_runs_wrongly_gets_short_ones() throws Exception {
    // SwiftShader has subgroups of 4, with which the runtime's kernel for long runs goes wrong.
    try (Llm card = open(DeviceChoice.GPU)) {
      assertThat(card.backend().runTokensMax()).isEqualTo(DeviceTrial.SHORT_RUN_TOKENS);
    }
  }

  @Test
  void after_the_card_is_lost_the_same_sequences_go_on_on_the_processor() throws Exception {
    try (Llm llm = open(DeviceChoice.GPU);
        Llm processor = open(DeviceChoice.CPU);
        LlmSession session = llm.newSession();
        LlmSession other = llm.newSession();
        LlmSession expected = processor.newSession()) {
      session.prefill(PROMPT);
      other.prefill(PROMPT);
      expected.prefill(PROMPT);
      KvSegment snapshot = session.snapshot(0, 10);
      llm.backend().closeGraphs();
      float[] five = expected.decode(5).clone();
      assertClose(session.decode(5), five);
      assertThat(llm.device().reason()).isEqualTo(DeviceReason.LOST);
      assertThat(session.position()).isEqualTo(PROMPT.length + 1);
      assertClose(llm.decode(List.of(other, session), 5, 6)[0], five);
      other.truncate(0);
      other.restore(snapshot);
      expected.truncate(10);
      assertClose(other.decode(7), expected.decode(7));
    }
  }

  @Test
  void a_probe_measures_both_in_a_process_of_its_own() throws Exception {
    LlmOptions options =
        LlmOptions.defaults().withThreads(1).withContextTokens(160).withWeights(WeightFormat.F32);
    DeviceSpeeds speeds = DeviceProbe.run(ModelFolder.open(folder), options);
    assertThat(speeds.failure()).isEmpty();
    assertThat(speeds.processor()).isPositive();
    assertThat(speeds.card()).isPresent();
  }

  private static void assertClose(float[] actual, float[] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-3f));
    }
  }
}
