package anima.brain.llm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anima.brain.llm.Llm;
import anima.brain.llm.LlmOptions;
import anima.brain.llm.LlmSession;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelResourcesTest {
  private static final String BASE = "anima/models/random";

  @TempDir Path temporary;
  private Path cache;
  private Path jar;

  @BeforeEach
  void writeJar() throws IOException {
    cache = temporary.resolve("cache");
    jar = jar("first.jar", RandomModel.small());
  }

  private Path jar(String name, RandomModel model) throws IOException {
    Path folder = model.write(temporary.resolve(name + ".model"));
    Path file = temporary.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
      for (String part : List.of(ModelFolder.CONFIG, ModelFolder.WEIGHTS)) {
        out.putNextEntry(new JarEntry(BASE + "/" + part));
        Files.copy(folder.resolve(part), out);
      }
    }
    return file;
  }

  @Test
  void a_model_in_a_jar_is_copied_once_and_runs() throws Exception {
    ModelFolder first = open(jar);
    ModelFolder again = open(jar);
    assertThat(again.path()).isEqualTo(first.path());
    assertThat(copies()).containsExactly(first.path());
    try (Llm llm = Llm.open(first, LlmOptions.defaults().withThreads(1));
        LlmSession session = llm.newSession()) {
      assertThat(session.decode(1)).hasSize(97);
    }
  }

  @Test
  void a_new_version_gets_its_own_copy() throws Exception {
    ModelFolder first = open(jar);
    ModelFolder second = open(jar("second.jar", RandomModel.small().seed(2)));
    assertThat(copies()).containsExactlyInAnyOrder(first.path(), second.path());
  }

  @Test
  void a_damaged_copy_is_replaced() throws Exception {
    Path weights = open(jar).path().resolve(ModelFolder.WEIGHTS);
    byte[] whole = Files.readAllBytes(weights);
    byte[] damaged = whole.clone();
    damaged[damaged.length - 1]++;
    Files.write(weights, damaged);
    open(jar);
    assertThat(weights).hasBinaryContent(whole);
    Files.delete(weights);
    open(jar);
    assertThat(weights).hasBinaryContent(whole);
  }

  @Test
  void what_is_missing_is_named() throws Exception {
    Path empty = temporary.resolve("empty.jar");
    new JarOutputStream(Files.newOutputStream(empty)).close();
    ModelException thrown = catchThrowableOfType(ModelException.class, () -> open(empty));
    assertThat(thrown)
        .hasMessageStartingWith(
            "class path: anima/models/random/config.json: the file is missing;");
  }

  @Test
  void a_cache_that_cannot_be_written_is_named() throws Exception {
    Files.writeString(cache, "a file where the folder should be");
    ModelException thrown = catchThrowableOfType(ModelException.class, () -> open(jar));
    assertThat(thrown.fault()).isEqualTo(ModelFault.UNWRITABLE);
  }

  private ModelFolder open(Path file) throws ModelException, IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {file.toUri().toURL()}, null)) {
      return ModelFolder.openResources(loader, BASE, cache);
    }
  }

  private List<Path> copies() throws IOException {
    try (Stream<Path> folders = Files.list(cache.resolve("models"))) {
      return folders.toList();
    }
  }
}
