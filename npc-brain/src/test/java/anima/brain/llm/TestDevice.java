package anima.brain.llm;

import anima.brain.llm.engine.DeviceChoice;

/** The device of a test process: the processor, unless {@code anima.test.device} names another. */
final class TestDevice {
  /** Tag of the tests that also run on a graphics card. */
  static final String CARD = "card";

  static final String PROPERTY = "anima.test.device";

  private TestDevice() {}

  static boolean isCard() {
    return DeviceChoice.GPU.name().equals(System.getProperty(PROPERTY));
  }

  static LlmOptions options() {
    return LlmOptions.defaults().withDevice(isCard() ? DeviceChoice.GPU : DeviceChoice.CPU);
  }
}
