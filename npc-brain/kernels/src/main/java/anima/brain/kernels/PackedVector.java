package anima.brain.kernels;

/**
 * The other side of a product: numbers −127 to 127 in blocks of 32, each with a scale. Owned by one
 * thread while it is written; read by several during a product.
 */
public final class PackedVector {
  static final int LARGEST = 127;

  final short[] codes;
  final float[] scales;

  /**
   * For each block, what takes the middle of the matrix's numbers away: −8 times the sum of its
   * codes, modulo 2^16.
   */
  final short[] offsets;

  /**
   * Allocates a vector.
   *
   * @param lengthMax the longest that it will hold; a multiple of {@link PackedMatrix#BLOCK}
   */
  public PackedVector(int lengthMax) {
    this.codes = new short[lengthMax];
    this.scales = new float[lengthMax / PackedMatrix.BLOCK];
    this.offsets = new short[lengthMax / PackedMatrix.BLOCK];
  }
}
