package anima.brain.bench.llamacpp;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import org.jspecify.annotations.Nullable;

/** {@code struct llama_context_params} of {@code llama.h}, release 0.5.0; C's bool is one byte. */
@FieldOrder({
  "contextTokens",
  "batchTokens",
  "microBatchTokens",
  "sequencesMax",
  "recurrentSnapshots",
  "outputsMax",
  "outputsEachMax",
  "threads",
  "threadsBatch",
  "contextType",
  "ropeScalingType",
  "poolingType",
  "attentionType",
  "flashAttention",
  "ropeBase",
  "ropeScale",
  "yarnExtension",
  "yarnAttention",
  "yarnBetaFast",
  "yarnBetaSlow",
  "yarnOriginalContext",
  "defragmentation",
  "evaluated",
  "evaluatedUserData",
  "keyType",
  "valueType",
  "abort",
  "abortUserData",
  "embeddings",
  "offloadCache",
  "noTimings",
  "offloadOperations",
  "fullWindow",
  "unifiedCache",
  "samplers",
  "samplersCount",
  "otherContext"
})
public class LlamaContextParams extends Structure implements Structure.ByValue {
  /** For all sequences together. */
  public int contextTokens;

  public int batchTokens;
  public int microBatchTokens;
  public int sequencesMax;
  public int recurrentSnapshots;
  public int outputsMax;
  public int outputsEachMax;
  public int threads;
  public int threadsBatch;
  public int contextType;
  public int ropeScalingType;
  public int poolingType;
  public int attentionType;

  /** -1 lets the library decide. */
  public int flashAttention;

  public float ropeBase;
  public float ropeScale;
  public float yarnExtension;
  public float yarnAttention;
  public float yarnBetaFast;
  public float yarnBetaSlow;
  public int yarnOriginalContext;
  public float defragmentation;
  public @Nullable Pointer evaluated;
  public @Nullable Pointer evaluatedUserData;

  /** Of the cache; 1 is F16. */
  public int keyType;

  public int valueType;
  public @Nullable Pointer abort;
  public @Nullable Pointer abortUserData;
  public byte embeddings;
  public byte offloadCache;
  public byte noTimings;
  public byte offloadOperations;
  public byte fullWindow;

  /** Whether all sequences share one buffer; the library advises against it for unlike ones. */
  public byte unifiedCache;

  public @Nullable Pointer samplers;
  public long samplersCount;
  public @Nullable Pointer otherContext;
}
