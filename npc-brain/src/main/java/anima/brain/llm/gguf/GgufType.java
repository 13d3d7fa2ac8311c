package anima.brain.llm.gguf;

import java.util.Optional;

/**
 * Tensor types of GGUF files that the runtime reads (source: ggml-org/ggml, docs/gguf.md). Weights
 * lie in blocks along a row; all of a row's blocks follow each other.
 */
public enum GgufType {
  F32(0, 1, 4),
  F16(1, 1, 2),
  Q4_0(2, 32, 18),
  Q4_1(3, 32, 20),
  Q5_0(6, 32, 22),
  Q5_1(7, 32, 24),
  Q8_0(8, 32, 34),
  Q4_K(12, 256, 144),
  Q5_K(13, 256, 176),
  Q6_K(14, 256, 210),
  BF16(30, 1, 2);

  /** The number in the file. */
  public final int id;

  /** Weights of one block. */
  public final int blockWeights;

  public final int blockBytes;

  GgufType(int id, int blockWeights, int blockBytes) {
    this.id = id;
    this.blockWeights = blockWeights;
    this.blockBytes = blockBytes;
  }

  static Optional<GgufType> of(long id) {
    for (GgufType type : values()) {
      if (type.id == id) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Whether rows of this many weights are whole blocks. */
  public boolean divides(long columns) {
    return columns % blockWeights == 0;
  }

  public long rowBytes(long columns) {
    return columns / blockWeights * blockBytes;
  }
}
