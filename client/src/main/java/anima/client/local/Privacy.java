package anima.client.local;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * Keeps ONNX Runtime from sending usage data, which its releases for Linux and macOS do since 1.29
 * unless an environment variable forbids it. It also reads the program's command line for that, by
 * a recursion that overflows the stack when the class path is long. Java cannot change its own
 * environment, so the C library is asked to.
 */
final class Privacy {
  private static final String VARIABLE = "ORT_DISABLE_TELEMETRY";

  private Privacy() {}

  /** To be called before the runtime is loaded. */
  static void keep() {
    if (System.getenv(VARIABLE) != null || Platform.isWindows()) {
      return;
    }
    try (NativeLibrary process = NativeLibrary.getProcess()) {
      process.getFunction("setenv").invokeInt(new Object[] {VARIABLE, "1", 1});
    }
  }
}
