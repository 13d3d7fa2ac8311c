package anima.brain.llm.gguf;

import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFault;
import anima.brain.llm.model.ModelLimits;
import anima.brain.llm.model.Rotary;
import anima.brain.llm.model.YarnScaling;
import java.util.List;

/** Reads the rotary positions of a GGUF file. Owned by one thread. */
final class GgufRotaryReader {
  private static final String KIND = "rope.scaling.type";
  private static final double THETA_MAX = 1e12;
  private static final double FACTOR_MAX = 1e6;

  private final GgufFile file;
  private final GgufMetadata metadata;
  private final String prefix;
  private final int headSize;

  GgufRotaryReader(GgufFile file, String prefix, int headSize) {
    this.file = file;
    this.metadata = file.metadata();
    this.prefix = prefix;
    this.headSize = headSize;
  }

  Rotary rotary() throws ModelException {
    double theta = metadata.number(prefix + "rope.freq_base", 1, THETA_MAX, 10_000);
    Rotary rotary =
        switch (kind()) {
          case "none" -> Rotary.of(theta, headSize);
          case "linear" -> Rotary.of(theta, headSize).linear(factor());
          case "yarn" -> yarn(theta);
          default -> throw metadata.setting(prefix + KIND, kind(), "none, linear or yarn");
        };
    GgufEntry factors = file.entries().get(GgufNames.ROTARY_FACTORS);
    return factors == null ? rotary : rotary.divided(factors(factors));
  }

  /**
   * Longest sequence: YaRN's files may name the length before it was stretched; a window over the
   * last tokens is the same as none up to its length.
   */
  int contextTokensMax() throws ModelException {
    int most = ModelLimits.CONTEXT_TOKENS_MAX;
    double stretched = kind().equals("yarn") ? original() * factor() : 0;
    double context = Math.min(most, Math.max(named(), stretched));
    return Math.min(
        (int) context, metadata.integer(prefix + "attention.sliding_window", 1, most, most));
  }

  private int named() throws ModelException {
    return metadata.integer(prefix + "context_length", 1, ModelLimits.CONTEXT_TOKENS_MAX, 2048);
  }

  private int original() throws ModelException {
    int most = ModelLimits.CONTEXT_TOKENS_MAX;
    return metadata.integer(prefix + "rope.scaling.original_context_length", 1, most, named());
  }

  private String kind() throws ModelException {
    return metadata.text(prefix + KIND).orElse(factor() == 1 ? "none" : "linear");
  }

  private double factor() throws ModelException {
    double older = metadata.number(prefix + "rope.scale_linear", 1, FACTOR_MAX, 1);
    return metadata.number(prefix + "rope.scaling.factor", 1, FACTOR_MAX, older);
  }

  private Rotary yarn(double theta) throws ModelException {
    double weight = metadata.number(prefix + "rope.scaling.attn_factor", 0, FACTOR_MAX, 1);
    return new YarnScaling(factor(), original(), 32, 1, true)
        .rotary(theta, headSize, weight * YarnScaling.magnitude(factor(), 1));
  }

  private float[] factors(GgufEntry entry) throws ModelException {
    List<Long> wanted = List.of(headSize / 2L);
    if (!entry.shape().equals(wanted)) {
      throw new ModelException(
          ModelFault.TENSOR_SHAPE, file.path(), entry.name(), entry.shape(), wanted);
    }
    float[] factors = new GgufTensor(file, entry, entry.name(), 0).vector();
    for (float factor : factors) {
      if (!(factor > 0) || factor > FACTOR_MAX) {
        throw new ModelException(ModelFault.TENSOR_VALUE, file.path(), entry.name());
      }
    }
    return factors;
  }
}
