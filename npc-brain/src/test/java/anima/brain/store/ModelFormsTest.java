package anima.brain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anima.brain.llm.gguf.GgufCopy;
import anima.brain.llm.gguf.GgufType;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.text.ByteTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All forms in which a model is published, and all ways to name it. */
@Timeout(120)
class ModelFormsTest {
  @TempDir private Path temp;
  private Path original;
  private HubServer hub;
  private ModelStore store;
  private final Followed followed = new Followed();

  @BeforeEach
  void publish() throws Exception {
    original = Running.tiny(1).write(temp.resolve("original"));
    ByteTokenizer.write(original);
    hub = new HubServer();
    store = new ModelStore(temp.resolve("models"), InstantSource.system());
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private InstalledModel add(String text, Optional<String> file) throws StoreException {
    Hub asked = Hub.of(Optional.of(hub.address()), Map.of());
    ModelSource source = new ModelSources(asked, file, Optional.empty()).of(text);
    return store.add(source, followed, () -> false);
  }

  private InstalledModel add(String text) throws StoreException {
    return add(text, Optional.empty());
  }

  private Path publishGguf() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("gguf"));
    ModelFolder model = ModelFolder.open(original);
    new GgufCopy(model, GgufType.F32).write(folder.resolve("tiny.F32.gguf"));
    new GgufCopy(model, GgufType.Q8_0).write(folder.resolve("tiny.Q8_0.gguf"));
    hub.publish(folder);
    return folder;
  }

  @Test
  void weights_in_several_files_are_all_fetched() throws Exception {
    float[] expected = Running.logits(original);
    Sharding.split(original);
    hub.publish(original);

    InstalledModel added = add(HubServer.REPOSITORY);
    assertThat(added.folder().resolve("model-00002-of-00002.safetensors")).exists();
    assertThat(Running.logits(added.path())).containsExactly(expected);
  }

  @Test
  void one_of_several_gguf_files_is_named_in_any_way() throws Exception {
    Path folder = publishGguf();
    InstalledModel added = add(HubServer.REPOSITORY + ":tiny.Q8_0.gguf");
    assertThat(added.name()).hasToString("Some-One/Tiny-Random:tiny.Q8_0.gguf");
    assertThat(added.path()).hasFileName("tiny.Q8_0.gguf");
    assertThat(Running.logits(added.path()))
        .containsExactly(Running.logits(folder.resolve("tiny.Q8_0.gguf")));
    assertThat(store.open(store.find("tiny-random"))).isEqualTo(added);

    assertThat(add(HubServer.REPOSITORY, Optional.of("tiny.Q8_0.gguf"))).isEqualTo(added);
    String page = hub.address() + "/" + HubServer.REPOSITORY + "/blob/main/tiny.Q8_0.gguf";
    assertThat(add(page)).isEqualTo(added);
    assertThat(add(HubServer.REPOSITORY, Optional.of("tiny.F32.gguf"))).isNotEqualTo(added);
    assertThat(store.list()).hasSize(2);
  }

  @Test
  void a_gguf_file_at_any_address_or_on_this_computer_is_taken_in() throws Exception {
    Path folder = publishGguf();
    float[] expected = Running.logits(folder.resolve("tiny.F32.gguf"));
    String elsewhere = hub.address().replace("127.0.0.1", "localhost") + "/large/tiny.F32.gguf";
    InstalledModel fetched = add(elsewhere);
    assertThat(fetched.name()).hasToString("localhost/tiny.F32");
    assertThat(Running.logits(fetched.path())).containsExactly(expected);

    InstalledModel copied = add(folder.resolve("tiny.F32.gguf").toString());
    assertThat(copied.name()).hasToString("local/tiny.F32");
    assertThat(Running.logits(copied.path())).containsExactly(expected);
  }

  @Test
  void what_names_no_model_is_one_sentence() {
    String[] texts = {
      "",
      "a/b/c",
      "../x",
      "/nowhere",
      "a b/c",
      "x/..",
      "http://127.0.0.1:1/x.bin",
      "https://",
      ":",
      "o/n:../../evil.gguf",
      hub.address() + "/only",
      hub.address() + "/a/b/c"
    };
    for (String text : texts) {
      StoreException failure = catchThrowableOfType(StoreException.class, () -> add(text));
      assertThat(failure).as(text).isNotNull();
      assertThat(failure).hasMessageNotContaining("Exception");
    }
    assertThat(temp.resolve("models")).doesNotExist();
  }
}
