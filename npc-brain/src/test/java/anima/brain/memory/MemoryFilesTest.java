package anima.brain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryFilesTest {
  private static final Memory NAME = Memory.of(Kind.NAME, "visitor:ada", "Ada \"the\" 艾达", 7);
  private static final Memory MEETING =
      Memory.of(Kind.MEETING, "visitor:ada", "at noon", 9).at("harbour").due(12).asDone();

  @TempDir Path folder;

  @Test
  void memories_come_back_as_they_were() {
    assertThat(new MemoryFiles(folder).save("mira", List.of(NAME, MEETING))).isEmpty();
    MemoryStore.Loaded loaded = new MemoryFiles(folder).load("mira");
    assertThat(loaded.complaint()).isEmpty();
    assertThat(loaded.memories()).containsExactly(NAME, MEETING);
  }

  @Test
  void a_new_mind_remembers_nothing() {
    assertThat(new MemoryFiles(folder).load("tom"))
        .isEqualTo(new MemoryStore.Loaded(List.of(), ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"version\":2,\"memories\":[]}",
        "{\"memories\":[]}",
        "{\"version\":1}",
        "{\"version\":1,\"memories\":[{\"kind\":\"LIKE\"}]}",
        "{\"version\":1,\"memories\":[{\"kind\":\"SPELL\",\"person\":\"a\",\"text\":\"b\"}]}",
      })
  void a_damaged_file_is_set_aside_with_one_sentence(String content) throws IOException {
    MemoryFiles files = new MemoryFiles(folder);
    files.save("tom", List.of(NAME));
    Files.writeString(folder.resolve("mira.json"), content);
    MemoryStore.Loaded loaded = files.load("mira");
    assertThat(loaded.memories()).isEmpty();
    assertThat(loaded.complaint()).contains("mira.json").contains("damaged").doesNotContain("\n");
    assertThat(Files.readString(folder.resolve("mira.json.damaged"))).isEqualTo(content);
    assertThat(files.load("tom").memories()).containsExactly(NAME);
  }

  @Test
  void a_second_damaged_file_does_not_replace_the_first() throws IOException {
    MemoryFiles files = new MemoryFiles(folder);
    for (String content : List.of("one", "two")) {
      Files.writeString(folder.resolve("mira.json"), content);
      files.load("mira");
    }
    try (Stream<Path> lying = Files.list(folder)) {
      assertThat(lying).hasSize(2);
    }
  }

  @Test
  void a_folder_that_cannot_be_written_is_one_sentence() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(new MemoryFiles(file).save("mira", List.of(NAME)))
        .startsWith("The memories of mira cannot be written")
        .doesNotContain("\n");
  }

  @Test
  void the_key_of_a_mind_never_leaves_the_folder() throws IOException {
    new MemoryFiles(folder).save("../Mira/米拉", List.of(NAME));
    assertThat(new MemoryFiles(folder).load("../Mira/米拉").memories()).containsExactly(NAME);
    try (Stream<Path> lying = Files.list(folder)) {
      assertThat(lying).hasSize(1);
    }
  }
}
