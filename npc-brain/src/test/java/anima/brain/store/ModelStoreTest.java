package anima.brain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anima.brain.llm.model.RandomModel;
import anima.brain.llm.text.ByteTokenizer;
import anima.fetch.Patience;
import anima.world.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ModelStoreTest {
  private static final ModelName NAME = ModelName.parse(HubServer.REPOSITORY).orElseThrow();
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-26T16:00:00Z"));

  @TempDir private Path temp;
  private Path original;
  private Path root;
  private HubServer hub;
  private ModelStore store;
  private final Followed followed = new Followed();

  @BeforeEach
  void publish() throws IOException {
    original = Running.tiny(1).write(temp.resolve("original"));
    ByteTokenizer.write(original);
    Files.writeString(original.resolve("README.md"), "not needed");
    Files.writeString(original.resolve("LICENSE"), "Do what is right.");
    hub = new HubServer().publish(original);
    root = temp.resolve("models");
    store = new ModelStore(root, CLOCK);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void a_model_is_added_by_its_name_and_runs() throws Exception {
    InstalledModel added = add();

    assertThat(added.folder()).isEqualTo(root.resolve("Some-One").resolve("Tiny-Random"));
    assertThat(Running.logits(added.path())).containsExactly(Running.logits(original));
    assertThat(followed.offer.licence()).isEqualTo("apache-2.0");
    assertThat(followed.offer.bytes()).isEqualTo(followed.done).isEqualTo(added.manifest().bytes());
    assertThat(files(added.folder()))
        .containsExactly(
            "LICENSE", "anima-model.json", "config.json", "model.safetensors", "tokenizer.json");
    assertThat(store.list()).containsExactly(NAME);
    assertThat(store.open(NAME)).isEqualTo(added);
    assertThat(added.manifest().revision()).isEqualTo(hub.commit);
    assertThat(added.manifest().added()).isEqualTo("2026-11-26T16:00:00Z");
    assertThat(store.verify(added, followed, () -> false)).isEmpty();
  }

  @Test
  void a_model_that_is_there_is_not_fetched_again() throws Exception {
    InstalledModel first = add();
    hub.asked.clear();
    assertThat(add()).isEqualTo(first);
    assertThat(hub.asked).hasSize(1);
  }

  @Test
  void nothing_is_fetched_before_a_person_agrees() {
    followed.agrees = false;
    fails(StoreFault.DECLINED);
    assertThat(hub.asked).hasSize(1);
    assertThat(root).doesNotExist();
  }

  @Test
  void a_foreign_architecture_is_told_before_its_weights_are_fetched() throws Exception {
    Running.tiny(1).set("hidden_act", "gelu").write(original);
    hub.publish(original);
    assertThat(fails(StoreFault.MODEL)).hasMessageContaining("hidden_act");
    assertThat(hub.asked).noneMatch(it -> it.contains("safetensors"));
  }

  @Test
  void weights_that_do_not_fit_their_shape_are_not_kept() throws Exception {
    new RandomModel("LlamaForCausalLM", 50, 64, 96, 2).write(temp.resolve("other"));
    hub.files.put("model.safetensors", Files.readAllBytes(temp.resolve("other/model.safetensors")));
    assertThat(fails(StoreFault.MODEL)).hasMessageContaining("has the shape");
    assertThat(root.resolve(".adding/Some-One/Tiny-Random")).doesNotExist();
  }

  @Test
  void a_cancelled_addition_goes_on_where_it_was() throws Exception {
    StoreException cancelled =
        catchThrowableOfType(StoreException.class, () -> add(() -> followed.done > 30_000));
    assertThat(cancelled).hasMessageContaining("cancelled");
    assertThat(store.list()).isEmpty();

    hub.asked.clear();
    assertThat(Running.logits(add().path())).containsExactly(Running.logits(original));
    assertThat(hub.asked).anyMatch(it -> it.contains("bytes="));
    assertThat(hub.asked).noneMatch(it -> it.contains("config.json"));
  }

  @Test
  void a_model_that_changed_meanwhile_is_fetched_as_it_is_now() throws Exception {
    assertThatThrownBy(() -> add(() -> followed.done > 30_000)).hasMessageContaining("cancelled");
    Running.tiny(2).write(original);
    hub.publish(original);
    hub.commit = "f".repeat(40);

    InstalledModel added = add();
    assertThat(added.manifest().revision()).isEqualTo(hub.commit);
    assertThat(Running.logits(added.path())).containsExactly(Running.logits(original));
  }

  @Test
  void wrong_bytes_are_refused_whichever_hash_the_hub_states() throws Exception {
    hub.claimedHash = "0".repeat(64);
    assertThat(fails(StoreFault.FETCH)).hasMessageContaining("SHA-256");
    FolderTree.delete(root);
    hub.claimedHash = "";
    hub.answer = hub.listing();
    hub.files.compute("config.json", (name, bytes) -> flipped(bytes));
    assertThat(fails(StoreFault.FOREIGN)).hasMessageContaining("config.json");
    assertThat(store(() -> store.list())).isEmpty();
  }

  private static byte[] flipped(byte[] bytes) {
    byte[] copy = bytes.clone();
    copy[copy.length - 1] ^= 1;
    return copy;
  }

  @Test
  void a_gated_model_asks_for_a_token_which_goes_to_the_hub_alone() throws Exception {
    hub.token = "hf_right";
    assertThat(fails(StoreFault.TOKEN_NEEDED)).hasMessageContaining("set HF_TOKEN");
    assertThat(fails(StoreFault.TOKEN_REFUSED, "hf_wrong").in(Language.ZH)).contains("HF_TOKEN");
    hub.asked.clear();

    store.add(source("hf_right"), followed, () -> false);
    assertThat(hub.asked).anyMatch(it -> it.startsWith("/large/"));
    for (String asked : hub.asked) {
      assertThat(asked.contains("hf_right")).as(asked).isEqualTo(!asked.startsWith("/large/"));
    }
  }

  @Test
  void an_absent_model_and_an_absent_hub_are_told_apart() {
    HubSource other = new HubSource(hub("").get(), "Some-One/Else", Optional.empty(), "main");
    assertThat(fails(StoreFault.NOT_AT_HUB, other)).hasMessageContaining("Some-One/Else");
    HubSource here = source("");
    hub.close();
    assertThat(fails(StoreFault.FETCH, here)).hasMessageContaining("check the network");
  }

  private Optional<Hub> hub(String token) {
    return Optional.of(
        store(() -> Hub.of(Optional.of(hub.address() + "/"), Map.of("HF_TOKEN", token)))
            .withPatience(new Patience(20_000, 0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{}",
        "{'sha':'main','siblings':[]}",
        "{'sha':'COMMIT','siblings':[null]}",
        "{'sha':'COMMIT','siblings':[{'rfilename':'../../evil','size':1}]}",
        "{'sha':'COMMIT','siblings':[{'rfilename':'/etc/passwd','size':1}]}",
        "{'sha':'COMMIT','siblings':[{'rfilename':'a/../../evil','size':1}]}",
        "{'sha':'COMMIT','siblings':[{'rfilename':'a\\\\evil','size':1}]}",
        "{'sha':'COMMIT','siblings':[{'rfilename':'C:evil','size':1}]}",
        "{'sha':'COMMIT','siblings':[{'rfilename':'x'}]}",
        "{'sha':'COMMIT','siblings':[{'rfilename':'x','size':-1}]}",
        "{'sha':'COMMIT','siblings':[{'rfilename':'x','size':1e40}]}",
        "{'sha':'COMMIT','siblings':[{'rfilename':'x','size':9223372036854775807}]}",
        "{'sha':'COMMIT','siblings':[{'rfilename':'x','size':1,'lfs':{'sha256':'../x'}}]}",
        "{'sha':'COMMIT','siblings':{'rfilename':'x'}}"
      })
  void an_answer_that_is_none_is_one_sentence(String answer) {
    hub.answer = " " + answer.replace('\'', '"').replace("COMMIT", hub.commit);
    assertThat(fails(StoreFault.HUB_ANSWER).in(Language.EN).lines()).hasSize(1);
    assertThat(root).doesNotExist();
  }

  @Test
  void a_flood_of_files_is_refused() {
    String one = "{\"rfilename\":\"x\",\"size\":1},";
    String many = one.repeat(20_001);
    hub.answer =
        "{\"sha\":\"%s\",\"siblings\":[%s]}"
            .formatted(hub.commit, many.substring(0, many.length() - 1));
    assertThat(fails(StoreFault.HUB_ANSWER)).hasMessageContaining("more than 20000 files");
  }

  @Test
  void a_redirect_to_a_file_is_not_followed() {
    hub.elsewhere = "file:///etc/passwd";
    assertThat(fails(StoreFault.FETCH)).hasMessageContaining("not followed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "config.json,tokenizer.json,pytorch_model.bin|PICKLES|foreign code",
        "config.json,tokenizer.json|NO_WEIGHTS|no weights",
        "config.json,model.safetensors|FILE_NEEDED|tokenizer.json",
        "tokenizer.json,model.safetensors|FILE_NEEDED|config.json",
        "a.Q4_0.gguf,a.Q8_0.gguf|FILE_CHOICE|Tiny-Random:a.Q4_0.gguf; there are: a.Q4_0.gguf,",
      })
  void what_a_repository_lacks_is_told(String names, StoreFault fault, String says) {
    hub.files.clear();
    for (String name : names.split(",", -1)) {
      hub.files.put(name, new byte[10]);
    }
    assertThat(fails(fault)).hasMessageContaining(says);
  }

  @Test
  void two_additions_at_once_do_not_meet() throws Exception {
    AddListener nested =
        new AddListener() {
          @Override
          public boolean agrees(Offer offer) {
            return true;
          }

          @Override
          public void progress(long doneBytes, long totalBytes) {
            fails(StoreFault.IN_USE);
          }
        };
    store.add(source(""), nested, () -> false);
    assertThat(store.list()).containsExactly(NAME);
  }

  @Test
  void a_model_is_found_by_part_of_its_name_and_near_ones_are_offered() throws Exception {
    add();
    for (String text : List.of("Some-One/Tiny-Random", "tiny-random", "some-one/TINY-random")) {
      assertThat(store.find(text)).isEqualTo(NAME);
    }
    assertThat(notFound("Tiny-Rnadom", StoreFault.UNKNOWN_NEAR))
        .hasMessageContaining("did you mean Some-One/Tiny-Random?");
    notFound("something-quite-different-from-all/that-is-here", StoreFault.UNKNOWN);

    Path copy = Files.createDirectories(root.resolve("Other")).resolve("Tiny-Random");
    copy(root.resolve("Some-One/Tiny-Random"), copy);
    notFound("Tiny-Random", StoreFault.AMBIGUOUS);
  }

  private StoreException notFound(String text, StoreFault fault) {
    StoreException failure = catchThrowableOfType(StoreException.class, () -> store.find(text));
    assertThat(failure.fault()).isEqualTo(fault);
    return failure;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (String file : files(from)) {
      Files.copy(from.resolve(file), to.resolve(file));
    }
  }

  @Test
  void a_changed_file_is_found_and_a_damaged_model_can_be_removed() throws Exception {
    InstalledModel added = add();
    Path weights = added.folder().resolve("model.safetensors");
    Files.write(weights, flipped(Files.readAllBytes(weights)));
    Files.delete(added.folder().resolve("tokenizer.json"));
    assertThat(store.verify(added, followed, () -> false))
        .containsExactly("model.safetensors", "tokenizer.json");

    Files.writeString(added.folder().resolve(ModelManifest.FILE), "{}");
    StoreException damaged = catchThrowableOfType(StoreException.class, () -> store.open(NAME));
    assertThat(damaged.fault()).isEqualTo(StoreFault.MANIFEST);
    store.remove(NAME);
    assertThat(store.list()).isEmpty();
    assertThat(root.resolve("Some-One/Tiny-Random")).doesNotExist();
    assertThat(root.resolve(".removing")).isEmptyDirectory();
  }

  @Test
  void a_folder_of_this_computer_is_taken_in() throws Exception {
    LocalSource source = LocalSource.of(original).orElseThrow();
    InstalledModel added = store.add(source, followed, () -> false);
    assertThat(added.name()).hasToString("local/original");
    assertThat(Running.logits(added.path())).containsExactly(Running.logits(original));
    assertThat(files(added.folder())).doesNotContain("README.md");
    store.remove(added.name());
    assertThat(original.resolve("model.safetensors")).exists();
  }

  @Test
  void a_disk_without_the_right_to_write_is_told() {
    ModelStore nowhere = new ModelStore(Path.of("/proc/models"), CLOCK);
    StoreException failure =
        catchThrowableOfType(
            StoreException.class, () -> nowhere.add(source(""), followed, () -> false));
    assertThat(failure.fault()).isEqualTo(StoreFault.UNWRITABLE);
  }

  @Test
  void a_disk_that_fills_up_meanwhile_is_told() throws Exception {
    Path staging = Files.createDirectories(root.resolve(".adding/Some-One/Tiny-Random"));
    Files.createSymbolicLink(staging.resolve("model.safetensors.part"), Path.of("/dev/full"));
    assertThat(fails(StoreFault.FETCH))
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("No space left");
  }

  private HubSource source(String token) {
    return new HubSource(hub(token).get(), HubServer.REPOSITORY, Optional.empty(), "main");
  }

  private InstalledModel add() throws StoreException {
    return add(() -> false);
  }

  private InstalledModel add(BooleanSupplier cancelled) throws StoreException {
    return store.add(source(""), followed, cancelled);
  }

  private StoreException fails(StoreFault fault) {
    return fails(fault, "");
  }

  private StoreException fails(StoreFault fault, String token) {
    return fails(fault, source(token));
  }

  private StoreException fails(StoreFault fault, ModelSource source) {
    StoreException failure =
        catchThrowableOfType(StoreException.class, () -> store.add(source, followed, () -> false));
    assertThat(failure).isNotNull();
    assertThat(failure.fault()).as(failure.getMessage()).isEqualTo(fault);
    return failure;
  }

  private interface Call<T> {
    T run() throws StoreException;
  }

  private static <T> T store(Call<T> call) {
    try {
      return call.run();
    } catch (StoreException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }
}
