package anima.brain.llm;

import anima.brain.llm.engine.ChildJvm;
import anima.brain.llm.engine.EngineFault;
import anima.brain.llm.model.ModelFolder;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Lets a process of its own run a model on the processor and on the graphics card, a second each: a
 * driver that crashes or hangs over the model does so there.
 */
public final class DeviceProbe {
  /** Loading the model twice takes most of it. */
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  static final String RESULT = "speeds ";

  private static final String NATIVES = "onnxruntime.native.path";

  private DeviceProbe() {}

  /** Measures; takes a few seconds and the memory of the model. */
  public static DeviceSpeeds run(ModelFolder folder, LlmOptions options) {
    ChildJvm child = ChildJvm.withTimeout(TIMEOUT);
    String natives = System.getProperty(NATIVES);
    if (natives != null) {
      child = child.withProperty(NATIVES, natives);
    }
    try {
      return read(
          child.run(
              DeviceProbeMain.class,
              folder.path().toAbsolutePath().toString(),
              Integer.toString(options.threads()),
              Integer.toString(options.contextTokens()),
              options.weights().name(),
              options.prefill().name()));
    } catch (EngineFault e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  private static DeviceSpeeds read(ChildJvm.Ended ended) {
    List<String> results = ended.output().lines().filter(line -> line.startsWith(RESULT)).toList();
    if (ended.exitCode() != 0 || results.isEmpty()) {
      return failed("its trial ended with code " + ended.exitCode());
    }
    try {
      return DeviceSpeeds.parse(results.get(0).substring(RESULT.length()));
    } catch (IllegalArgumentException e) {
      return failed("its trial gave no result");
    }
  }

  private static DeviceSpeeds failed(String why) {
    return new DeviceSpeeds(0, OptionalDouble.empty(), why);
  }
}
