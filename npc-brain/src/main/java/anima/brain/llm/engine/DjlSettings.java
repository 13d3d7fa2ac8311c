package anima.brain.llm.engine;

import java.nio.file.Path;

/**
 * The process-wide settings of DJL, which reads them from system properties when its classes load.
 * What the person who started the program has set is kept.
 */
public final class DjlSettings {
  private DjlSettings() {}

  /** Never the network, no usage report, no second engine beside OnnxRuntime. */
  public static void stayOffline() {
    setIfAbsent("offline", "true");
    setIfAbsent("OPT_OUT_TRACKING", "true");
    setIfAbsent("ai.djl.onnx.disable_alternative", "true");
  }

  /** Where DJL may unpack native libraries. */
  public static void cacheIn(Path folder) {
    if (System.getenv("DJL_CACHE_DIR") == null && System.getenv("ENGINE_CACHE_DIR") == null) {
      setIfAbsent("DJL_CACHE_DIR", folder.toString());
    }
  }

  private static void setIfAbsent(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
