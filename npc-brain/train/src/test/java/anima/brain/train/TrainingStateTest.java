package anima.brain.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints. */
final class TrainingStateTest {
  @Test
  void a_checkpoint_is_read_as_it_was_written(@TempDir Path folder) throws IOException {
    List<float[]> tensors = List.of(new float[] {1, 2.5f}, new float[] {-3});
    Path file = folder.resolve("checkpoint.bin");
    new TrainingState(12, 3.5, 400, 1.25, tensors, tensors, tensors).write(file);
    TrainingState read = TrainingState.read(file);
    assertThat(read.step()).isEqualTo(12);
    assertThat(read.elapsedSeconds()).isEqualTo(3.5);
    assertThat(read.tokens()).isEqualTo(400);
    assertThat(read.loss()).isEqualTo(1.25);
    assertThat(read.weights().get(0)).containsExactly(1, 2.5f);
    assertThat(read.secondMoments().get(1)).containsExactly(-3);
  }
}
