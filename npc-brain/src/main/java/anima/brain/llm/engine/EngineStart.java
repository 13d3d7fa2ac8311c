package anima.brain.llm.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Starts DJL's OnnxRuntime engine on a thread with a large stack. When it starts, the runtime reads
 * the command line of its process with a matcher that recurses once for every character: with a
 * class path of 10,000 characters an ordinary stack overflows, and the whole process dies.
 */
public final class EngineStart {
  private static final String ENGINE = "OnnxRuntime";

  /**
   * Enough for the longest command line that Linux passes (2 MB); touched only as far as needed.
   */
  private static final long STACK_BYTES = 1L << 30;

  private EngineStart() {}

  /** Memory of the engine, on the processor. */
  public static NDManager newManager() {
    FutureTask<NDManager> start =
        new FutureTask<>(() -> Engine.getEngine(ENGINE).newBaseManager(Device.cpu()));
    new Thread(null, start, "onnxruntime-start", STACK_BYTES).start();
    try {
      return start.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LinkageError missing) {
        throw new EngineException("a native library cannot be loaded", missing);
      }
      throw new EngineException("the engine does not start", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("the start of the engine was broken off", e);
    }
  }
}
