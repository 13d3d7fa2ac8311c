package anima.brain.llm.engine;

import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.Map;
import java.util.Set;

/** What computes a model. */
public enum ComputeDevice {
  /** The processor's cores. */
  CPU,
  /** A graphics card of any maker, over Vulkan, Metal or Direct3D 12. */
  WEBGPU,
  /** A graphics card of NVIDIA over its own libraries, for those who have installed them. */
  CUDA;

  /** The device outlives its sessions, and with it the shaders that were compiled for it. */
  private static final Map<String, String> KEEP_OPEN = Map.of("preserveDevice", "1");

  /** Whether the natives that this process has loaded were built with it. Starts the engine. */
  public boolean isBuiltIn() {
    Set<OrtProvider> providers = OrtEnvironment.getAvailableProviders();
    return switch (this) {
      case CPU -> true;
      case WEBGPU -> providers.contains(OrtProvider.WEBGPU);
      case CUDA -> providers.contains(OrtProvider.CUDA);
    };
  }

  /**
   * Gives a session's operators to the device; those that it does not know stay on the processor.
   *
   * @throws OrtException when there is no such device or its driver does not work
   */
  public void addTo(SessionOptions settings) throws OrtException {
    switch (this) {
      case CPU -> {}
      case WEBGPU -> settings.addWebGPU(KEEP_OPEN);
      case CUDA -> settings.addCUDA(0);
    }
  }

  /**
   * Runs a session that was opened on this device. Runs of several threads on one card follow each
   * other, whatever model they belong to: they share its queue.
   */
  public OrtSession.Result run(
      OrtSession session,
      Map<String, ? extends OnnxTensorLike> inputs,
      Map<String, ? extends OnnxValue> outputs)
      throws OrtException {
    if (this == CPU) {
      return session.run(inputs, Set.of(), outputs);
    }
    // A process has one environment, and it has the queue.
    synchronized (OrtEnvironment.getEnvironment()) {
      return session.run(inputs, Set.of(), outputs);
    }
  }

  /** What the runtime calls the device's own memory. */
  String memoryName() {
    return switch (this) {
      case CPU -> "Cpu";
      case WEBGPU -> "WebGPU_Buffer";
      case CUDA -> "Cuda";
    };
  }
}
