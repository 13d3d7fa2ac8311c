package anima.brain.llm;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.engine.ComputeDevice;
import anima.brain.llm.engine.DeviceReason;
import anima.brain.llm.engine.DeviceState;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import anima.world.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DevicesTest {
  private static final DeviceSpeeds FASTER = new DeviceSpeeds(20, OptionalDouble.of(90), "");
  private static final Clock NOW = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void the_faster_device_computes() {
    check(FASTER, ComputeDevice.WEBGPU, DeviceReason.FASTER, "90 tokens/s against 20");
    check(
        new DeviceSpeeds(20, OptionalDouble.of(7), ""),
        ComputeDevice.CPU,
        DeviceReason.SLOWER,
        "20 tokens/s against 7");
    check(
        new DeviceSpeeds(20, OptionalDouble.empty(), "out of memory"),
        ComputeDevice.CPU,
        DeviceReason.FAILED,
        "(out of memory)");
  }

  private static void check(
      DeviceSpeeds speeds, ComputeDevice device, DeviceReason reason, String sentence) {
    DeviceState state = Devices.decide(ComputeDevice.WEBGPU, speeds);
    assertThat(state.device()).isEqualTo(device);
    assertThat(state.reason()).isEqualTo(reason);
    assertThat(state.in(Language.EN)).contains(sentence);
    assertThat(state.in(Language.ZH)).isNotEqualTo(state.in(Language.EN));
  }

  @Test
  void what_a_probe_found_out_is_kept_for_a_month() {
    Path file = folder.resolve("devices.properties");
    new DeviceMemo(file, NOW).keep("a model", FASTER);
    assertThat(new DeviceMemo(file, after(29)).find("a model")).contains(FASTER);
    assertThat(new DeviceMemo(file, after(31)).find("a model")).isEmpty();
    assertThat(new DeviceMemo(file, NOW).find("another model")).isEmpty();
  }

  private static Clock after(int days) {
    return Clock.offset(NOW, Duration.ofDays(days));
  }

  @Test
  void a_damaged_memo_asks_again() throws Exception {
    Path file = folder.resolve("devices.properties");
    for (String damage : new String[] {"q=", "q=1", "q=1 2;3", "q=x 1;2;", "q=\\u00", "q=0 1;x;"}) {
      Files.writeString(file, damage);
      assertThat(new DeviceMemo(file, NOW).find("q")).describedAs(damage).isEmpty();
    }
  }

  @Test
  void other_settings_are_another_question() throws Exception {
    RandomModel.small().write(folder);
    ModelFolder model = ModelFolder.open(folder);
    LlmOptions options = LlmOptions.defaults().withThreads(1);
    assertThat(DeviceMemo.question(model, options))
        .isEqualTo(DeviceMemo.question(model, options))
        .isNotEqualTo(DeviceMemo.question(model, options.withThreads(2)));
  }
}
