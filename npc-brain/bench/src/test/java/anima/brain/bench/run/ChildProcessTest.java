package anima.brain.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.brain.bench.model.BenchShape;
import anima.brain.bench.model.RandomModelFile;
import anima.brain.bench.stack.StackKind;
import anima.brain.bench.stack.StackRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
  @Test
  void a_stack_that_cannot_open_its_model_says_why(@TempDir Path folder) {
    Path missing = folder.resolve("missing.gguf");
    assertThatThrownBy(() -> StackProcess.start(StackKind.ANIMA, missing, 1, Optional.empty()))
        .isInstanceOf(ChildException.class)
        .hasMessageContaining("missing.gguf");
  }

  @Test
  void a_process_that_dies_is_reported_with_its_last_words() throws Exception {
    try (ChildProcess child = ChildProcess.start(Dying.class, List.of())) {
      assertThatThrownBy(() -> child.await(line -> Optional.<String>empty(), 60))
          .isInstanceOf(ChildException.class)
          .hasMessageContaining("ended with 3")
          .hasMessageContaining("goodbye");
    }
  }

  @Test
  void who_does_not_answer_is_ended() throws Exception {
    try (ChildProcess child = ChildProcess.start(Silent.class, List.of())) {
      assertThatThrownBy(() -> child.await(line -> Optional.<String>empty(), 0.2))
          .isInstanceOf(ChildException.class)
          .hasMessageContaining("no answer within");
      assertThat(child.alive()).isFalse();
    }
  }

  @Test
  void our_stack_answers_what_it_is_asked(@TempDir Path folder) throws Exception {
    Path model = RandomModelFile.of(BenchShape.TINY, folder);
    try (StackProcess stack = StackProcess.start(StackKind.ANIMA, model, 1, Optional.empty())) {
      assertThat(stack.seconds(StackRequest.decode(16, 8, 4), 60)).isPositive();
      assertThat(stack.seconds(StackRequest.warm(24, 8), 60)).isPositive();
      assertThat(stack.logits(8, 60)).hasSize(BenchShape.TINY.vocabulary);
      assertThatThrownBy(() -> stack.seconds(StackRequest.prefill(4096), 60))
          .isInstanceOf(ChildException.class)
          .hasMessageContaining("do not fit");
      assertThat(stack.seconds(StackRequest.prefill(16), 60)).isPositive();
    }
  }

  /** Ends at once, as a crash would. */
  static final class Dying {
    private Dying() {}

    public static void main(String[] arguments) {
      System.err.println("goodbye");
      System.exit(3);
    }
  }

  /** Waits for the end of its input and says nothing. */
  static final class Silent {
    private Silent() {}

    public static void main(String[] arguments) throws Exception {
      while (System.in.read() >= 0) {}
    }
  }
}
