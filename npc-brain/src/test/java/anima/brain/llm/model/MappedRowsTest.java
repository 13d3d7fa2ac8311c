package anima.brain.llm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MappedRowsTest {
  @TempDir Path folder;

  @Test
  void rows_are_found_in_their_windows() throws Exception {
    byte[] bytes = new byte[3 + 7 * 5];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    Path file = Files.write(folder.resolve("rows"), bytes);
    MappedRows rows = MappedRows.map(file, 3, 7, 5, 12);
    for (int row = 0; row < 7; row++) {
      for (int i = 0; i < 5; i++) {
        assertThat(rows.buffer(row).get(rows.begin(row) + i)).isEqualTo((byte) (3 + row * 5 + i));
      }
    }
    assertThat(rows.buffer(0)).isSameAs(rows.buffer(1)).isNotSameAs(rows.buffer(2));
  }

  @Test
  void a_file_that_became_shorter_is_refused() throws Exception {
    Path file = Files.write(folder.resolve("rows"), new byte[10]);
    assertThatThrownBy(() -> MappedRows.map(file, 3, 2, 5))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("the file became shorter");
  }
}
