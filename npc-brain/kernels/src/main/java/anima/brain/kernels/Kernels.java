package anima.brain.kernels;

import java.util.Optional;

/** The inner loops of a decoder. Stateless; any thread. */
public interface Kernels {

  /**
   * The fastest that this process has.
   *
   * @return empty when the process was started without {@code --add-modules jdk.incubator.vector},
   *     or the processor has no vector unit to speak of
   */
  static Optional<Kernels> load() {
    boolean there = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return there && VectorKernels.supported() ? Optional.of(new VectorKernels()) : Optional.empty();
  }

  /** Rounds the first {@code length} numbers, a multiple of 32, block by block. */
  void pack(float[] from, int length, PackedVector into);

  /**
   * Multiplies some tiles of a matrix by a vector. A product is exact within a block; the blocks
   * are summed in floats.
   *
   * @param out one number for each row, whole tiles: as long as all tiles together
   */
  void multiply(PackedMatrix matrix, PackedVector vector, float[] out, int tileBegin, int tileEnd);

  /** The sum of products of {@code count} numbers. */
  float dot(float[] a, int aBegin, float[] b, int bBegin, int count);

  /** Adds {@code factor} times some numbers to others. */
  void addScaled(float factor, float[] from, int fromBegin, float[] to, int toBegin, int count);

  /** Turns the first {@code count} scores into weights that add up to one. */
  void softmax(float[] scores, int count);

  /** {@code gate = gate · sigmoid(gate) · up}, number by number (arXiv 2002.05202, SwiGLU). */
  void gate(float[] gate, float[] up, int begin, int end);
}
