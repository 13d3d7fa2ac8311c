package anima.brain.llm.engine;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtEpDevice;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtHardwareDevice;
import ai.onnxruntime.OrtHardwareDevice.OrtHardwareDeviceType;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * The child process that loads the natives, tries each device and prints an {@link EngineReport}.
 */
final class EngineReportMain {
  private EngineReportMain() {}

  @SuppressWarnings("SystemOut") // a program of its own; its parent reads this
  public static void main(String[] arguments) throws OrtException {
    DjlSettings.stayOffline();
    EngineStart.newManager().close();
    System.out.print(report().print());
    // Drivers may hang when they are taken down in order; there is nothing to lose here.
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static EngineReport report() throws OrtException {
    List<ComputeDevice> devices = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    for (ComputeDevice device : ComputeDevice.values()) {
      if (device.isBuiltIn()) {
        try (SessionOptions settings = new SessionOptions()) {
          device.addTo(settings);
          devices.add(device);
        } catch (OrtException e) {
          refusals.add(device + ": " + reason(e));
        }
      }
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    return new EngineReport(environment.getVersion(), cards(environment), devices, refusals);
  }

  /** Without the runtime's own error code, source file and condition. */
  private static String reason(OrtException e) {
    return String.valueOf(e.getMessage())
        .replaceFirst("(?s)^Error code - \\w+ - message: ", "")
        .replaceFirst("(?s)^.* was false\\. ", "")
        .strip();
  }

  private static List<String> cards(OrtEnvironment environment) throws OrtException {
    return environment.getEpDevices().stream()
        .map(OrtEpDevice::getDevice)
        .filter(device -> device.getType() == OrtHardwareDeviceType.GPU)
        .map(EngineReportMain::name)
        .distinct()
        .toList();
  }

  private static String name(OrtHardwareDevice card) {
    return "%s %04x:%04x".formatted(card.getVendor(), card.getVendorId(), card.getDeviceId());
  }
}
