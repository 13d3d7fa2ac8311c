package anima.brain.bench.llamacpp;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import org.jspecify.annotations.Nullable;

/** {@code struct llama_model_params} of {@code llama.h}, release 0.5.0; C's bool is one byte. */
@FieldOrder({
  "devices",
  "tensorBufferOverrides",
  "gpuLayers",
  "splitMode",
  "loadMode",
  "lazyMode",
  "mainGpu",
  "tensorSplit",
  "progress",
  "progressUserData",
  "keyOverrides",
  "vocabularyOnly",
  "checkTensors",
  "useExtraBuffers",
  "noHost",
  "noAllocation",
  "loadPredictors"
})
public class LlamaModelParams extends Structure implements Structure.ByValue {
  public @Nullable Pointer devices;
  public @Nullable Pointer tensorBufferOverrides;
  public int gpuLayers;
  public int splitMode;
  public int loadMode;
  public int lazyMode;
  public int mainGpu;
  public @Nullable Pointer tensorSplit;
  public @Nullable Pointer progress;
  public @Nullable Pointer progressUserData;
  public @Nullable Pointer keyOverrides;
  public byte vocabularyOnly;
  public byte checkTensors;

  /** Whether weights may be laid out anew for the processor at hand. */
  public byte useExtraBuffers;

  public byte noHost;
  public byte noAllocation;
  public byte loadPredictors;
}
