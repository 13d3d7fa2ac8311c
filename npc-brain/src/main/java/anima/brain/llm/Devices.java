package anima.brain.llm;

import anima.brain.llm.engine.ComputeDevice;
import anima.brain.llm.engine.DeviceChoice;
import anima.brain.llm.engine.DeviceReason;
import anima.brain.llm.engine.DeviceState;
import anima.brain.llm.engine.GpuNatives;
import anima.brain.llm.model.ModelFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides where a model is to run. */
final class Devices {
  private static final Logger LOG = LoggerFactory.getLogger(Devices.class);

  /** Below, a token takes less time than its way to a graphics card and back. */
  private static final long PARAMETERS_MIN = 50_000_000;

  private Devices() {}

  static DeviceState choose(ModelFolder folder, LlmOptions options) {
    if (options.device() == DeviceChoice.CPU) {
      return DeviceState.of(ComputeDevice.CPU, DeviceReason.PROCESSOR_CHOSEN);
    }
    Optional<ComputeDevice> card = card();
    if (card.isEmpty()) {
      return DeviceState.of(ComputeDevice.CPU, DeviceReason.NO_RUNTIME);
    }
    if (options.device() == DeviceChoice.GPU) {
      return DeviceState.of(card.get(), DeviceReason.CARD_CHOSEN);
    }
    Optional<Path> home = GpuNatives.homeInUse();
    if (home.isEmpty()) {
      return DeviceState.of(ComputeDevice.CPU, DeviceReason.NO_RUNTIME);
    }
    if (folder.config().parameters() < PARAMETERS_MIN) {
      return DeviceState.of(ComputeDevice.CPU, DeviceReason.SMALL);
    }
    DeviceMemo memo = new DeviceMemo(home.get().resolve(GpuNatives.MEMO), Clock.systemUTC());
    return decide(card.get(), speeds(memo, folder, options));
  }

  private static DeviceSpeeds speeds(DeviceMemo memo, ModelFolder folder, LlmOptions options) {
    String question = DeviceMemo.question(folder, options);
    Optional<DeviceSpeeds> known = memo.find(question);
    if (known.isPresent()) {
      return known.get();
    }
    LOG.info("trying {} on the graphics card, once", folder.path());
    DeviceSpeeds speeds = DeviceProbe.run(folder, options);
    memo.keep(question, speeds);
    return speeds;
  }

  static DeviceState decide(ComputeDevice card, DeviceSpeeds speeds) {
    if (speeds.card().isEmpty()) {
      return DeviceState.of(ComputeDevice.CPU, DeviceReason.FAILED, speeds.failure());
    }
    String onCard = "%.0f".formatted(speeds.card().getAsDouble());
    String onProcessor = "%.0f".formatted(speeds.processor());
    return speeds.cardIsFaster()
        ? DeviceState.of(card, DeviceReason.FASTER, onCard, onProcessor)
        : DeviceState.of(ComputeDevice.CPU, DeviceReason.SLOWER, onCard, onProcessor);
  }

  /** Those of all makers first: the natives that we install name CUDA but do not bring it. */
  private static Optional<ComputeDevice> card() {
    return Stream.of(ComputeDevice.WEBGPU, ComputeDevice.CUDA)
        .filter(ComputeDevice::isBuiltIn)
        .findFirst();
  }
}
