package anima.brain.llm.gguf;

import anima.brain.llm.model.Matrix.Form;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tensor types of GGUF files that the runtime reads (source: ggml-org/ggml, docs/gguf.md). Weights
 * lie in blocks along a row; all of a row's blocks follow each other.
 */
public enum GgufType {
  F32(0, 1, 4, Form.FLOATS),
  F16(1, 1, 2, Form.FLOATS),
  Q4_0(2, 32, 18, Form.INT4_BLOCKS),
  Q4_1(3, 32, 20, Form.OTHER_BLOCKS),
  Q5_0(6, 32, 22, Form.INT8_BLOCKS),
  Q5_1(7, 32, 24, Form.OTHER_BLOCKS),
  Q8_0(8, 32, 34, Form.INT8_BLOCKS),
  Q4_K(12, 256, 144, Form.OTHER_BLOCKS),
  Q5_K(13, 256, 176, Form.OTHER_BLOCKS),
  Q6_K(14, 256, 210, Form.OTHER_BLOCKS),
  BF16(30, 1, 2, Form.FLOATS);

  /** Types that are not read, by their numbers, so that an error can name them. */
  private static final Map<Long, String> FOREIGN =
      Map.ofEntries(
          Map.entry(10L, "Q2_K"),
          Map.entry(11L, "Q3_K"),
          Map.entry(15L, "Q8_K"),
          Map.entry(16L, "IQ2_XXS"),
          Map.entry(17L, "IQ2_XS"),
          Map.entry(18L, "IQ3_XXS"),
          Map.entry(19L, "IQ1_S"),
          Map.entry(20L, "IQ4_NL"),
          Map.entry(21L, "IQ3_S"),
          Map.entry(22L, "IQ2_S"),
          Map.entry(23L, "IQ4_XS"),
          Map.entry(29L, "IQ1_M"),
          Map.entry(34L, "TQ1_0"),
          Map.entry(35L, "TQ2_0"),
          Map.entry(39L, "MXFP4"));

  /** The number in the file. */
  public final int id;

  /** Weights of one block. */
  public final int blockWeights;

  public final int blockBytes;

  /** How a matrix of it can be taken over. */
  final Form form;

  GgufType(int id, int blockWeights, int blockBytes, Form form) {
    this.id = id;
    this.blockWeights = blockWeights;
    this.blockBytes = blockBytes;
    this.form = form;
  }

  static Optional<GgufType> of(long id) {
    for (GgufType type : values()) {
      if (type.id == id) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  static String nameOf(long id) {
    return of(id).map(Enum::name).orElseGet(() -> FOREIGN.getOrDefault(id, "type " + id));
  }

  /** All types that are read, for a sentence. */
  static String names() {
    return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
  }

  /** Whether rows of this many weights are whole blocks. */
  public boolean divides(long columns) {
    return columns % blockWeights == 0;
  }

  public long rowBytes(long columns) {
    return columns / blockWeights * blockBytes;
  }
}
