package anima.brain.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class KernelsTest {
  private final Kernels kernels = Kernels.load().orElseThrow();
  private final Random random = new Random(3);

  @Test
  void products_of_many_shapes_agree_with_plain_loops() {
    for (int trial = 0; trial < 60; trial++) {
      check(1 + random.nextInt(200), 32 * (1 + random.nextInt(9)));
    }
  }

  private void check(int rows, int columns) {
    PackedMatrix matrix = new PackedMatrix(rows, columns);
    double[][] plain = new double[rows][columns];
    for (int row = 0; row < rows; row++) {
      byte[] numbers = new byte[columns];
      short[] halves = new short[columns / 32];
      for (int block = 0; block < halves.length; block++) {
        // Powers of two of both signs, whose bits in binary16 are easy to write.
        int exponent = random.nextInt(20) - 14;
        boolean negative = random.nextBoolean();
        halves[block] = (short) ((negative ? 0x8000 : 0) | (exponent + 15) << 10);
        for (int i = 32 * block; i < 32 * (block + 1); i++) {
          numbers[i] = (byte) (random.nextInt(16) - 8);
          plain[row][i] = numbers[i] * Math.scalb(negative ? -1.0 : 1.0, exponent);
        }
      }
      matrix.setRow(row, numbers, halves);
    }
    float[] x = wholeNumbers(columns);
    PackedVector packed = new PackedVector(columns);
    kernels.pack(x, columns, packed);
    float[] out = new float[matrix.tiles() * PackedMatrix.TILE_ROWS];
    kernels.multiply(matrix, packed, out, 0, matrix.tiles());
    for (int row = 0; row < rows; row++) {
      double expected = 0;
      double size = 0;
      for (int i = 0; i < columns; i++) {
        expected += plain[row][i] * x[i];
        size += Math.abs(plain[row][i] * x[i]);
      }
      assertThat((double) out[row]).isCloseTo(expected, offset(1e-6 * size));
    }
  }

  /** Numbers that rounding to 127 steps leaves as they are. */
  private float[] wholeNumbers(int count) {
    float[] x = new float[count];
    for (int i = 0; i < count; i++) {
      x[i] = random.nextInt(255) - 127;
    }
    for (int block = 0; block < count; block += 32) {
      x[block + random.nextInt(32)] = random.nextBoolean() ? 127 : -127;
    }
    return x;
  }

  @Test
  void the_largest_numbers_of_a_block_do_not_overflow() {
    PackedMatrix matrix = new PackedMatrix(64, 32);
    byte[] lowest = new byte[32];
    Arrays.fill(lowest, (byte) -8);
    matrix.setRow(0, lowest, new short[] {0x3c00});
    float[] x = new float[32];
    Arrays.fill(x, 127);
    PackedVector packed = new PackedVector(32);
    kernels.pack(x, 32, packed);
    float[] out = new float[64];
    kernels.multiply(matrix, packed, out, 0, 1);
    assertThat(out[0]).isEqualTo(-32 * 127 * 8);
    assertThat(out[1]).isZero();
  }

  @Test
  void a_vector_of_zeros_stays_zero() {
    PackedVector packed = new PackedVector(32);
    kernels.pack(new float[32], 32, packed);
    assertThat(packed.codes).containsOnly(0);
    assertThat(packed.scales[0]).isZero();
  }

  @Test
  void sums_softmax_and_gates_of_any_length_agree_with_plain_loops() {
    for (int count = 1; count < 70; count++) {
      float[] a = gaussians(count + 3);
      float[] b = gaussians(count + 3);
      double dot = 0;
      double exponentials = 0;
      for (int i = 0; i < count; i++) {
        dot += a[i + 1] * b[i + 2];
        exponentials += Math.exp(a[i]);
      }
      assertThat((double) kernels.dot(a, 1, b, 2, count)).isCloseTo(dot, offset(1e-4));
      float[] sum = b.clone();
      kernels.addScaled(0.5f, a, 1, sum, 2, count);
      float[] gate = a.clone();
      kernels.gate(gate, b, 0, count);
      float[] weights = a.clone();
      kernels.softmax(weights, count);
      for (int i = 0; i < count; i++) {
        assertThat(sum[i + 2]).isCloseTo(b[i + 2] + 0.5f * a[i + 1], offset(1e-5f));
        double expected = a[i] / (1 + Math.exp(-a[i])) * b[i];
        assertThat((double) gate[i]).isCloseTo(expected, offset(1e-5));
        assertThat((double) weights[i]).isCloseTo(Math.exp(a[i]) / exponentials, offset(1e-5));
      }
    }
  }

  private float[] gaussians(int count) {
    float[] x = new float[count];
    for (int i = 0; i < count; i++) {
      x[i] = (float) random.nextGaussian();
    }
    return x;
  }
}
