package anima.brain.bench.model;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomModelFileTest {
  @Test
  void the_file_is_a_model_of_its_shape_and_is_written_once(@TempDir Path folder) throws Exception {
    Path file = RandomModelFile.of(BenchShape.TINY, folder);
    ModelConfig config = ModelFolder.open(file).config();
    assertThat(config.layers()).isEqualTo(BenchShape.TINY.layers);
    assertThat(config.vocabularyTokens()).isEqualTo(BenchShape.TINY.vocabulary);
    var written = Files.getLastModifiedTime(file);
    assertThat(RandomModelFile.of(BenchShape.TINY, folder)).isEqualTo(file);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    assertThat(folder).isDirectoryContaining(each -> each.equals(file));
  }

  @Test
  void shapes_have_the_weights_that_they_are_called_after() {
    assertThat(BenchShape.EMBEDDED.weights()).isBetween(5_000_000L, 6_000_000L);
    assertThat(BenchShape.SMALL.weights()).isBetween(134_000_000L, 136_000_000L);
    assertThat(BenchShape.MIDDLE.weights()).isBetween(490_000_000L, 500_000_000L);
    assertThat(BenchShape.SMALL.bytesPerToken()).isEqualTo(BenchShape.SMALL.weights() / 32 * 18);
  }
}
