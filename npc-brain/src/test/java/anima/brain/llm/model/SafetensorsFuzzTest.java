package anima.brain.llm.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SafetensorsFuzzTest {
  private static final int ROUNDS = 1500;

  @TempDir Path temporary;

  @Test
  void a_changed_header_is_read_or_refused_but_never_breaks_anything() throws Exception {
    Path folder = RandomModel.small().write(temporary.resolve("model"));
    byte[] whole = Files.readAllBytes(folder.resolve(ModelFolder.WEIGHTS));
    int header = 0;
    for (int i = 0; i < 4; i++) {
      header |= (whole[i] & 0xff) << (8 * i);
    }
    Path file = temporary.resolve("fuzzed");
    Random random = new Random(11);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = Arrays.copyOf(whole, 8 + header + random.nextInt(64));
      int changes = 1 + random.nextInt(6);
      for (int i = 0; i < changes; i++) {
        change(bytes, header, random);
      }
      Files.write(file, bytes);
      try {
        SafetensorsFile opened = SafetensorsFile.open(file);
        assertThat(opened.names()).isNotNull();
      } catch (ModelException e) {
        refused++;
        assertThat(e.getMessage()).startsWith(file.toString());
      }
    }
    assertThat(refused).isGreaterThan(ROUNDS * 9 / 10);
  }

  /** Half of the changes put in characters that mean something in JSON, or digits. */
  private static void change(byte[] bytes, int header, Random random) {
    String telling = "{}[]\",:0123456789-eE\\u";
    int at = random.nextInt(20) == 0 ? random.nextInt(8) : 8 + random.nextInt(header);
    bytes[at] =
        random.nextBoolean()
            ? (byte) telling.charAt(random.nextInt(telling.length()))
            : (byte) random.nextInt(256);
  }
}
