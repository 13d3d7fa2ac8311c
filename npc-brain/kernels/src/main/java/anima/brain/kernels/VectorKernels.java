package anima.brain.kernels;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops by the Vector API.
 *
 * <p>A product works on shorts, a lane for a row: four nibbles of a short are cut out one after the
 * other and multiplied by one number of the vector. Sums wrap modulo 2^16, but what they come to
 * within a block, |Σ q·(n − 8)| ≤ 32·127·8 = 32,512, fits.
 */
final class VectorKernels implements Kernels {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorShape SHAPE = FLOATS.vectorShape();
  private static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class, SHAPE);
  private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SHAPE);

  private static final int LANES = SHORTS.length();
  private static final int HALF = FLOATS.length();
  private static final int STRIP = PackedMatrix.STRIP_ROWS;
  private static final int BLOCK = PackedMatrix.BLOCK;
  private static final short NIBBLE = 15;

  /** Added to a float, it leaves the nearest whole number in the lower bits. */
  private static final float ROUNDER = 0x1.8p23f;

  private static final int ROUNDER_BITS = 0x4b400000;

  /** All bits of a float but its sign. */
  private static final int MAGNITUDE = 0x7fffffff;

  /**
   * A binary16 moved to the place of a binary32 counts 2^112 too little: the difference of the
   * exponents' biases.
   */
  private static final float HALF_BIAS = 0x1p112f;

  /** Brings the fraction of a binary16 in the upper bits to that of a binary32. */
  private static final int HALF_SHIFT = 3;

  /** The bits that are the number's own behind the shift. */
  private static final int HALF_BITS = 0x8fffe000;

  /** Whether the lanes of this processor divide a strip. */
  static boolean supported() {
    return LANES >= 8 && LANES <= STRIP;
  }

  @Override
  public void pack(float[] from, int length, PackedVector into) {
    for (int block = 0; block < length / BLOCK; block++) {
      int begin = block * BLOCK;
      // The order of positive floats is that of their bits.
      int largest = 0;
      for (int i = begin; i < begin + BLOCK; i++) {
        largest = Math.max(largest, Float.floatToRawIntBits(from[i]) & MAGNITUDE);
      }
      float scale = Float.intBitsToFloat(largest) / PackedVector.LARGEST;
      float factor = scale == 0 ? 0 : 1 / scale;
      into.scales[block] = scale * HALF_BIAS;
      int sum = 0;
      for (int i = begin; i < begin + BLOCK; i++) {
        int code = Float.floatToRawIntBits(from[i] * factor + ROUNDER) - ROUNDER_BITS;
        into.codes[i] = (short) code;
        sum += code;
      }
      into.offsets[block] = (short) (-PackedMatrix.MIDDLE * sum);
    }
  }

  @Override
  public void multiply(
      PackedMatrix matrix, PackedVector vector, float[] out, int tileBegin, int tileEnd) {
    for (int tile = tileBegin; tile < tileEnd; tile++) {
      for (int row = 0; row < STRIP; row += LANES) {
        multiplyRows(matrix, vector, out, tile, row);
      }
    }
  }

  /**
   * One vector of rows from each strip of a tile: enough to keep the unit busy. Written out,
   * because the compiler stops inlining methods of ours, and then makes an object of each vector,
   * long before it stops inlining those of the Vector API.
   */
  private static void multiplyRows(
      PackedMatrix matrix, PackedVector vector, float[] out, int tile, int row) {
    int blocks = matrix.blocks;
    short[] codes = matrix.codes;
    int[] scales = matrix.scales;
    FloatVector left0 = FloatVector.zero(FLOATS);
    FloatVector left1 = left0;
    FloatVector right0 = left0;
    FloatVector right1 = left0;
    int strip = blocks * PackedMatrix.GROUPS * STRIP;
    int code = tile * strip + row;
    int second = (matrix.tiles() + tile) * strip + row;
    int scale = tile * blocks * STRIP + row;
    for (int block = 0; block < blocks; block++) {
      ShortVector left = ShortVector.broadcast(SHORTS, vector.offsets[block]);
      ShortVector right = left;
      int x = block * BLOCK;
      for (int group = 0; group < PackedMatrix.GROUPS; group++) {
        left = addFour(left, ShortVector.fromArray(SHORTS, codes, code), vector.codes, x);
        right = addFour(right, ShortVector.fromArray(SHORTS, codes, second), vector.codes, x);
        code += STRIP;
        second += STRIP;
        x += 4;
      }
      FloatVector factor = FloatVector.broadcast(FLOATS, vector.scales[block]);
      IntVector scales0 = IntVector.fromArray(INTS, scales, scale);
      IntVector scales1 = IntVector.fromArray(INTS, scales, scale + HALF);
      IntVector low0 = scales0.lanewise(LSHL, Short.SIZE).lanewise(ASHR, HALF_SHIFT).and(HALF_BITS);
      IntVector low1 = scales1.lanewise(LSHL, Short.SIZE).lanewise(ASHR, HALF_SHIFT).and(HALF_BITS);
      IntVector high0 = scales0.lanewise(ASHR, HALF_SHIFT).and(HALF_BITS);
      IntVector high1 = scales1.lanewise(ASHR, HALF_SHIFT).and(HALF_BITS);
      left0 =
          ((FloatVector) left.castShape(FLOATS, 0))
              .mul(low0.reinterpretAsFloats())
              .fma(factor, left0);
      left1 =
          ((FloatVector) left.castShape(FLOATS, 1))
              .mul(low1.reinterpretAsFloats())
              .fma(factor, left1);
      right0 =
          ((FloatVector) right.castShape(FLOATS, 0))
              .mul(high0.reinterpretAsFloats())
              .fma(factor, right0);
      right1 =
          ((FloatVector) right.castShape(FLOATS, 1))
              .mul(high1.reinterpretAsFloats())
              .fma(factor, right1);
      scale += STRIP;
    }
    int at = tile * STRIP + row;
    int secondAt = (matrix.tiles() + tile) * STRIP + row;
    left0.intoArray(out, at);
    left1.intoArray(out, at + HALF);
    right0.intoArray(out, secondAt);
    right1.intoArray(out, secondAt + HALF);
  }

  private static ShortVector addFour(ShortVector sum, ShortVector four, short[] x, int at) {
    return sum.add(four.and(NIBBLE).mul(x[at]))
        .add(four.lanewise(LSHR, 4).and(NIBBLE).mul(x[at + 1]))
        .add(four.lanewise(LSHR, 8).and(NIBBLE).mul(x[at + 2]))
        .add(four.lanewise(LSHR, 12).mul(x[at + 3]));
  }

  @Override
  public float dot(float[] a, int aBegin, float[] b, int bBegin, int count) {
    FloatVector sum = FloatVector.zero(FLOATS);
    int whole = FLOATS.loopBound(count);
    for (int i = 0; i < whole; i += HALF) {
      FloatVector left = FloatVector.fromArray(FLOATS, a, aBegin + i);
      sum = left.fma(FloatVector.fromArray(FLOATS, b, bBegin + i), sum);
    }
    float total = sum.reduceLanes(VectorOperators.ADD);
    for (int i = whole; i < count; i++) {
      total += a[aBegin + i] * b[bBegin + i];
    }
    return total;
  }

  @Override
  public void addScaled(
      float factor, float[] from, int fromBegin, float[] to, int toBegin, int count) {
    FloatVector factors = FloatVector.broadcast(FLOATS, factor);
    int whole = FLOATS.loopBound(count);
    for (int i = 0; i < whole; i += HALF) {
      FloatVector sum = FloatVector.fromArray(FLOATS, to, toBegin + i);
      FloatVector.fromArray(FLOATS, from, fromBegin + i)
          .fma(factors, sum)
          .intoArray(to, toBegin + i);
    }
    for (int i = whole; i < count; i++) {
      to[toBegin + i] += factor * from[fromBegin + i];
    }
  }

  @Override
  public void softmax(float[] scores, int count) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, scores[i]);
    }
    int whole = FLOATS.loopBound(count);
    FloatVector sums = FloatVector.zero(FLOATS);
    for (int i = 0; i < whole; i += HALF) {
      FloatVector weight =
          FloatVector.fromArray(FLOATS, scores, i).sub(largest).lanewise(VectorOperators.EXP);
      weight.intoArray(scores, i);
      sums = sums.add(weight);
    }
    float sum = sums.reduceLanes(VectorOperators.ADD);
    for (int i = whole; i < count; i++) {
      scores[i] = (float) Math.exp(scores[i] - largest);
      sum += scores[i];
    }
    for (int i = 0; i < count; i++) {
      scores[i] /= sum;
    }
  }

  @Override
  public void gate(float[] gate, float[] up, int begin, int end) {
    int whole = begin + FLOATS.loopBound(end - begin);
    for (int i = begin; i < whole; i += HALF) {
      FloatVector x = FloatVector.fromArray(FLOATS, gate, i);
      FloatVector bottom = x.neg().lanewise(VectorOperators.EXP).add(1);
      x.div(bottom).mul(FloatVector.fromArray(FLOATS, up, i)).intoArray(gate, i);
    }
    for (int i = whole; i < end; i++) {
      gate[i] = gate[i] / (1 + (float) Math.exp(-gate[i])) * up[i];
    }
  }
}
