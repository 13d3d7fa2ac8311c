package anima.brain.llm;

import anima.brain.llm.LlmOptions.PrefillWeights;
import anima.brain.llm.engine.ComputeDevice;
import anima.brain.llm.engine.DeviceChoice;
import anima.brain.llm.graph.WeightFormat;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.world.Language;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** The process of a {@link DeviceProbe}. */
final class DeviceProbeMain {
  /** A model on a card is rounded in other places than on the processor; nonsense is farther. */
  private static final double ERROR_MAX = 0.3;

  private DeviceProbeMain() {}

  public static void main(String[] arguments) throws ModelException {
    ModelFolder folder = ModelFolder.open(Path.of(arguments[0]));
    LlmOptions options =
        LlmOptions.defaults()
            .withThreads(Integer.parseInt(arguments[1]))
            .withContextTokens(Integer.parseInt(arguments[2]))
            .withSlots(1)
            .withWeights(WeightFormat.valueOf(arguments[3]))
            .withPrefill(PrefillWeights.valueOf(arguments[4]));
    System.out.println(DeviceProbe.RESULT + measure(folder, options).print());
    System.out.flush();
    // Drivers may hang when they are taken down in order; there is nothing to lose here.
    Runtime.getRuntime().halt(0);
  }

  static DeviceSpeeds measure(ModelFolder folder, LlmOptions options) throws ModelException {
    AnswerSpeed processor;
    try (Llm llm = Llm.open(folder, options.withDevice(DeviceChoice.CPU))) {
      processor = AnswerSpeed.measure(llm);
    }
    double onProcessor = processor.tokensPerSecond();
    try (Llm llm = Llm.open(folder, options.withDevice(DeviceChoice.GPU))) {
      AnswerSpeed card = AnswerSpeed.measure(llm);
      if (llm.device().device() == ComputeDevice.CPU) {
        String why = llm.device().in(Language.EN);
        return new DeviceSpeeds(onProcessor, OptionalDouble.empty(), why);
      }
      if (!(processor.distanceTo(card) <= ERROR_MAX)) {
        String why = "its results differ from the processor's";
        return new DeviceSpeeds(onProcessor, OptionalDouble.empty(), why);
      }
      return new DeviceSpeeds(onProcessor, OptionalDouble.of(card.tokensPerSecond()), "");
    }
  }
}
