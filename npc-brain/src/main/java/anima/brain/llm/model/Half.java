package anima.brain.llm.model;

/** IEEE 754 binary16, which Java itself converts only from version 20 on. */
public final class Half {
  /** Difference of the exponents' biases, 127 − 15. */
  private static final int BIAS = 112;

  private static final int FRACTION_BITS = 13;

  private Half() {}

  public static float toFloat(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0) {
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int wide = exponent == 0x1f ? 0xff : exponent + BIAS;
    return Float.intBitsToFloat(sign | (wide << 23) | (fraction << FRACTION_BITS));
  }

  /** Rounds to the nearest, ties to even; too large a number becomes infinite. */
  public static short of(float value) {
    int bits = Float.floatToIntBits(value);
    int sign = (bits >>> 16) & 0x8000;
    int magnitude = bits & 0x7fffffff;
    if (magnitude > 0x7f800000) {
      return (short) (sign | 0x7e00);
    }
    if (magnitude < (BIAS + 1) << 23) {
      // Subnormal: the steps are 2^-24; the product is exact and rint rounds ties to even.
      return (short) (sign | (int) Math.rint(Math.abs(value) * 0x1p24f));
    }
    int rebased = magnitude - (BIAS << 23);
    int rounded = (rebased + 0xfff + ((rebased >> FRACTION_BITS) & 1)) >> FRACTION_BITS;
    return (short) (sign | Math.min(rounded, 0x7c00));
  }
}
