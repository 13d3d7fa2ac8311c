package anima.brain.llm.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import anima.brain.llm.model.Half;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GgufWriterTest {
  @TempDir Path folder;

  @Test
  void a_file_is_laid_out_as_the_format_says() throws Exception {
    Path file = folder.resolve("a.gguf");
    new GgufWriter()
        .text("k", "你")
        .integer("n", 7)
        .texts("t", List.of("a", ""))
        .vector("v", 1, 2)
        .matrix("m", GgufType.F16, 2, 3, (row, into) -> into[row] = row + 1)
        .write(file);
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(in.getInt()).isEqualTo(0x46554747);
    assertThat(in.getInt()).isEqualTo(3);
    assertThat(in.getLong()).isEqualTo(2);
    assertThat(in.getLong()).isEqualTo(3);
    checkText(in, "k");
    assertThat(in.getInt()).isEqualTo(8);
    checkText(in, "你");
    checkText(in, "n");
    assertThat(in.getInt()).isEqualTo(4);
    assertThat(in.getInt()).isEqualTo(7);
    checkText(in, "t");
    assertThat(in.getInt()).isEqualTo(9);
    assertThat(in.getInt()).isEqualTo(8);
    assertThat(in.getLong()).isEqualTo(2);
    checkText(in, "a");
    checkText(in, "");
    checkEntry(in, "v", 0, 0, 2);
    checkEntry(in, "m", 1, 32, 3, 2);
    in.position((in.position() + 31) / 32 * 32);
    assertThat(in.getFloat(in.position() + 4)).isEqualTo(2);
    assertThat(Half.toFloat(in.getShort(in.position() + 32))).isEqualTo(1);
    assertThat(in.remaining()).isEqualTo(64);
  }

  private static void checkText(ByteBuffer in, String expected) {
    byte[] utf8 = new byte[(int) in.getLong()];
    in.get(utf8);
    assertThat(new String(utf8, StandardCharsets.UTF_8)).isEqualTo(expected);
  }

  private static void checkEntry(ByteBuffer in, String name, int type, int offset, int... shape) {
    checkText(in, name);
    assertThat(in.getInt()).isEqualTo(shape.length);
    for (int size : shape) {
      assertThat(in.getLong()).isEqualTo(size);
    }
    assertThat(in.getInt()).isEqualTo(type);
    assertThat(in.getLong()).isEqualTo(offset);
  }

  @Test
  void four_bit_blocks_pair_weights_sixteen_apart() {
    float[] row = new float[32];
    row[0] = -16;
    row[1] = 14;
    row[16] = 2;
    ByteBuffer out = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
    GgufRowEncoder.encode(GgufType.Q4_0, row, out);
    assertThat(Half.toFloat(out.getShort(0))).isEqualTo(2);
    assertThat(out.get(2)).isEqualTo((byte) 0x90);
    assertThat(out.get(3)).isEqualTo((byte) 0x8f);
    assertThat(out.get(17)).isEqualTo((byte) 0x88);
  }

  @Test
  void eight_bit_blocks_hold_signed_numbers() {
    float[] row = new float[32];
    row[0] = -127 * 0.5f;
    row[31] = 1;
    ByteBuffer out = ByteBuffer.allocate(34).order(ByteOrder.LITTLE_ENDIAN);
    GgufRowEncoder.encode(GgufType.Q8_0, row, out);
    assertThat(Half.toFloat(out.getShort(0))).isEqualTo(0.5f);
    assertThat(out.get(2)).isEqualTo((byte) -127);
    assertThat(out.get(33)).isEqualTo((byte) 2);
  }

  @Test
  void what_no_reader_would_take_is_refused() {
    GgufWriter writer = new GgufWriter().vector("v", 1).integer("n", 1);
    assertThatIllegalArgumentException().isThrownBy(() -> writer.vector("v", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> writer.text("n", ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.matrix("m", GgufType.Q4_0, 1, 33, (row, into) -> {}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.matrix("m", GgufType.Q6_K, 1, 256, (row, into) -> {}));
  }
}
