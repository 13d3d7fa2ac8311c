package anima.brain.llm.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HalfTest {
  @Test
  void halves_become_floats() {
    check(0x0000, 0f);
    check(0x8000, -0f);
    check(0x3c00, 1f);
    check(0xc000, -2f);
    check(0x3555, 0.33325195f);
    check(0x7bff, 65504f);
    check(0x0001, 0x1p-24f);
    check(0x83ff, -0x3ffp-24f);
    check(0x0400, 0x1p-14f);
    check(0x7c00, Float.POSITIVE_INFINITY);
    check(0xfc00, Float.NEGATIVE_INFINITY);
    assertThat(Half.toFloat((short) 0x7e00)).isNaN();
  }

  private static void check(int bits, float expected) {
    assertThat(Half.toFloat((short) bits)).isEqualTo(expected);
  }

  @Test
  void every_half_survives_the_way_to_float_and_back() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      float value = Half.toFloat((short) bits);
      if (!Float.isNaN(value)) {
        assertThat(Half.of(value)).isEqualTo((short) bits);
      }
    }
    assertThat(Half.toFloat(Half.of(Float.NaN))).isNaN();
  }

  @Test
  void floats_are_rounded_to_the_nearest_half_and_ties_to_even() {
    assertThat(Half.of(1 + 0x1p-11f)).isEqualTo((short) 0x3c00);
    assertThat(Half.of(1 + 0x1.8p-10f)).isEqualTo((short) 0x3c02);
    assertThat(Half.of(Math.nextUp(1 + 0x1p-11f))).isEqualTo((short) 0x3c01);
    assertThat(Half.of(0x1p-25f)).isEqualTo((short) 0);
    assertThat(Half.of(-0x1.8p-25f)).isEqualTo((short) 0x8001);
    assertThat(Half.of(65519f)).isEqualTo((short) 0x7bff);
    assertThat(Half.of(65520f)).isEqualTo((short) 0x7c00);
    assertThat(Half.of(-Float.MAX_VALUE)).isEqualTo((short) 0xfc00);
  }
}
