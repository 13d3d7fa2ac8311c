package anima.brain.llm.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GgufFuzzTest {
  private static final int ROUNDS = 1000;

  @TempDir Path temporary;

  @Test
  void a_changed_head_is_read_or_refused_but_never_breaks_anything() throws Exception {
    RandomModel tiny = new RandomModel("LlamaForCausalLM", 9, 32, 32, 2);
    ModelFolder model = ModelFolder.open(tiny.write(temporary.resolve("model")));
    GgufCopy copy = new GgufCopy(model, GgufType.Q8_0);
    copy.writer
        .text("tokenizer.ggml.model", "gpt2")
        .texts("tokenizer.ggml.tokens", List.of("a", "b", "<|im_end|>"))
        .integers("tokenizer.ggml.token_type", 1, 1, 3)
        .texts("tokenizer.ggml.merges", List.of("a b"));
    byte[] whole = Files.readAllBytes(copy.write(temporary.resolve("whole.gguf")));
    int head =
        (int)
            GgufFile.open(temporary.resolve("whole.gguf")).entries().values().stream()
                .mapToLong(GgufEntry::beginByte)
                .min()
                .orElseThrow();
    Path file = temporary.resolve("fuzzed.gguf");
    Random random = new Random(11);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int length = random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length;
      byte[] bytes = Arrays.copyOf(whole, length);
      int changes = 1 + random.nextInt(6);
      for (int i = 0; i < changes; i++) {
        change(bytes, Math.min(head, length), random);
      }
      Files.write(file, bytes);
      try {
        assertThat(ModelFolder.open(file).config().layers()).isEqualTo(2);
      } catch (ModelException e) {
        refused++;
        assertThat(e.getMessage()).startsWith(file.toString()).doesNotContain("\n");
      }
    }
    assertThat(refused).isBetween(ROUNDS / 2, ROUNDS - 1);
  }

  /** A third of the changes are numbers that a count, length, type or offset may be hurt by. */
  private static void change(byte[] bytes, int head, Random random) {
    byte[] telling = {0, 1, 2, 8, 9, 31, 32, 127, -1, -128};
    int at = random.nextInt(20) == 0 ? random.nextInt(24) : random.nextInt(Math.max(1, head));
    if (at < bytes.length) {
      bytes[at] =
          random.nextInt(3) == 0
              ? telling[random.nextInt(telling.length)]
              : (byte) random.nextInt(256);
    }
  }
}
