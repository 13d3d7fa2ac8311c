package anima.brain.llm.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anima.brain.llm.model.MappedRows;
import anima.brain.llm.model.Matrix;
import anima.brain.llm.model.Matrix.Form;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BlockMatrixTest {
  private static final int ROWS = 60;
  private static final int COLUMNS = 512;

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"F32", "F16", "BF16"})
  void weights_are_what_the_format_says(GgufType type) {
    byte[] bytes = randomBlocks(type);
    Matrix matrix = matrix(type, bytes);
    float[] row = new float[COLUMNS];
    for (int r = 0; r < ROWS; r++) {
      matrix.readFloats(r, row);
      for (int c = 0; c < COLUMNS; c++) {
        int at = (r * COLUMNS + c) / type.blockWeights * type.blockBytes;
        SlowBlocks slow = new SlowBlocks(Arrays.copyOfRange(bytes, at, at + type.blockBytes));
        double expected = slow.weight(type, c % type.blockWeights);
        assertThat((double) row[c]).isCloseTo(expected, within(Math.abs(expected) * 1e-6 + 1e-4));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"Q4_0", "Q5_0", "Q8_0"})
  void codes_and_scales_are_exactly_the_weights(GgufType type) {
    Matrix matrix = matrix(type, randomBlocks(type));
    int largest = matrix.form == Form.INT4_BLOCKS ? 7 : 127;
    float[] row = new float[COLUMNS];
    byte[] codes = new byte[COLUMNS];
    float[] scales = new float[COLUMNS / Matrix.BLOCK];
    for (int r = 0; r < ROWS; r++) {
      matrix.readFloats(r, row);
      matrix.readBlocks(r, codes, scales);
      for (int c = 0; c < COLUMNS; c++) {
        assertThat((int) codes[c]).isBetween(-largest - 1, largest);
        assertThat(codes[c] * scales[c / Matrix.BLOCK]).isEqualTo(row[c]);
      }
    }
  }

  private static Matrix matrix(GgufType type, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    MappedRows rows = MappedRows.of(buffer, (int) type.rowBytes(COLUMNS));
    return new BlockMatrix(rows, type, ROWS, COLUMNS);
  }

  /** Any bytes are blocks; halves that are not finite numbers are made so. */
  private static byte[] randomBlocks(GgufType type) {
    byte[] bytes = new byte[(int) type.rowBytes(COLUMNS) * ROWS];
    new Random(type.id).nextBytes(bytes);
    for (int block = 0; block < bytes.length; block += type.blockBytes) {
      for (int half : type == GgufType.Q6_K ? new int[] {208} : new int[] {0, 2}) {
        if ((bytes[block + half + 1] & 0x7c) == 0x7c) {
          bytes[block + half + 1] ^= 0x40;
        }
      }
    }
    return bytes;
  }
}
