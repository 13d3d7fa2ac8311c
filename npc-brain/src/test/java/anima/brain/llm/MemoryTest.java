package anima.brain.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anima.brain.llm.graph.WeightFormat;
import anima.brain.llm.model.MemoryNeed;
import anima.brain.llm.model.MemoryRoom;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFault;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import anima.world.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not fit is refused before it is allocated. */
final class MemoryTest {
  @TempDir Path folder;

  @Test
  void a_cache_beyond_all_memory_is_refused_in_one_sentence() throws Exception {
    ModelFolder model =
        ModelFolder.open(RandomModel.small().set("max_position_embeddings", 1 << 20).write(folder));
    LlmOptions options = LlmOptions.defaults().withContextTokens(1 << 20).withSlots(256);
    ModelException thrown =
        catchThrowableOfType(ModelException.class, () -> Llm.open(model, options));
    assertThat(thrown.fault()).isEqualTo(ModelFault.MEMORY);
    assertThat(thrown)
        .hasMessageContaining("the model needs more memory than Java may use (137.4 GB > ");
  }

  @Test
  void the_nearest_limit_is_named() throws Exception {
    MemoryNeed need = new MemoryNeed(3_000_000_000L, 500_000_000);
    need.check(folder, new MemoryRoom(3_500_000_000L, 3_500_000_000L));
    check(need, new MemoryRoom(3_400_000_000L, 9), "Java may use (3.5 GB > 3.4 GB)");
    check(
        need,
        new MemoryRoom(4_000_000_000L, 1_240_000_000),
        "needs 3.5 GB of memory and this machine has 1.2 GB left; close");
  }

  private void check(MemoryNeed need, MemoryRoom room, String says) {
    ModelException thrown =
        catchThrowableOfType(ModelException.class, () -> need.check(folder, room));
    assertThat(thrown).hasMessageContaining(says);
    assertThat(thrown.in(Language.ZH)).contains("3.5 GB").contains("请");
  }

  @Test
  void weights_take_what_their_format_says() throws Exception {
    ModelFolder model = ModelFolder.open(RandomModel.small().write(folder));
    long weights = 97 * 64 + 2 * (64 * (64 + 32 + 32) + 64 * 64 + 3 * 64 * 96);
    assertThat(model.weights().bytes(WeightFormat.AS_STORED::bytes)).isEqualTo(weights * 4);
    assertThat(model.weights().bytes(WeightFormat.INT4::bytes)).isEqualTo(weights / 32 * 20);
    assertThat(model.weights().bytes(WeightFormat.INT8::bytes)).isEqualTo(weights / 32 * 36);
  }

  @Test
  void there_is_room_for_this_test() {
    MemoryRoom room = MemoryRoom.now();
    assertThat(room.javaBytes()).isBetween(1L << 20, 1L << 50);
    assertThat(room.machineBytes()).isBetween(1L << 20, 1L << 50);
  }
}
