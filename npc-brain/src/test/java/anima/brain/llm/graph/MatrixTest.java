package anima.brain.llm.graph;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.model.FloatMatrix;
import anima.brain.llm.model.Matrix;
import anima.brain.llm.model.SafetensorsWriter;
import anima.brain.llm.model.TensorType;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class MatrixTest {
  @Test
  void four_bit_blocks_hold_two_weights_a_byte_around_the_middle() {
    ByteBuffer packed = ByteBuffer.allocate(2);
    ByteBuffer scales = ByteBuffer.allocate(4);
    new BlockEncoder(packed, scales, 4).encodeInt4(row(7, -7, 3.4f));
    assertThat(packed.array()).containsExactly(0x1f, 0x8b);
    assertThat(scales.getFloat(0)).isEqualTo(1f);
  }

  @Test
  void eight_bit_blocks_end_with_the_middle() {
    ByteBuffer packed = ByteBuffer.allocate(4);
    ByteBuffer scales = ByteBuffer.allocate(4);
    new BlockEncoder(packed, scales, 4).encodeInt8(row(254, -2, 0));
    assertThat(packed.array()).containsExactly(255, 127, 128, 128);
    assertThat(scales.getFloat(0)).isEqualTo(2f);
  }

  @Test
  void widened_heads_keep_their_rotary_pairs() {
    int[] sources = HeadLayout.of(4).sources(2);
    assertThat(sources).hasSize(32);
    assertThat(sources).startsWith(0, 1, -1, -1, -1, -1, -1, -1, 2, 3, -1);
    assertThat(sources[16]).isEqualTo(4);
    assertThat(sources[24]).isEqualTo(6);
    assertThat(HeadLayout.of(32).plain()).isTrue();
  }

  private static Matrix row(float... values) {
    ByteBuffer bytes = SafetensorsWriter.littleEndian(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    return new FloatMatrix(bytes, TensorType.F32, 1, values.length);
  }
}
