package anima.voice.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.voice.SpokenLanguage;
import anima.voice.VoiceException;
import anima.voice.VoiceFault;
import anima.voice.vosk.ModelFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class VoiceModelStoreTest {
  private static final String NAME = "test-model";
  private static final Optional<String> NO_HASH = Optional.empty();

  @TempDir private Path temp;
  private Path root;
  private Publisher publisher;
  private final Followed followed = new Followed();

  @BeforeEach
  void publish() throws IOException {
    root = temp.resolve("voices");
    publisher = new Publisher();
    byte[] noise = new byte[300_000];
    new Random(1).nextBytes(noise);
    publisher.file = Publisher.zip(Map.of(NAME + "/am/final.mdl", noise));
  }

  @AfterEach
  void stop() {
    publisher.close();
  }

  @Test
  void a_model_is_fetched_once_and_its_hash_is_kept() throws Exception {
    Path folder = install(NO_HASH);

    assertThat(folder).isEqualTo(root.resolve(NAME)).isDirectory();
    assertThat(folder.resolve("am/final.mdl")).hasSize(300_000);
    assertThat(followed.done).isEqualTo(publisher.file.length).isEqualTo(followed.total);
    assertThat(root.resolve(NAME + ".sha256")).content().isEqualTo(followed.pin + "\n");
    assertThat(install(NO_HASH)).isEqualTo(folder);
    assertThat(publisher.ranges).containsExactly("");
    assertThat(left()).containsOnly(NAME, NAME + ".lock", NAME + ".sha256");
  }

  @Test
  void a_real_model_survives_the_journey() throws Exception {
    Path fixture = Path.of("../tests/voice-fixture/model");
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(fixture).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        String name = fixture.relativize(file).toString().replace('\\', '/');
        entries.put(NAME + "/" + name, Files.readAllBytes(file));
      }
    }
    publisher.file = Publisher.zip(entries);
    VoiceModelStore store = new VoiceModelStore(root, ModelFolder::check);

    assertThat(store.install(model(NO_HASH), followed, () -> false)).isDirectory();
  }

  @Test
  void a_cut_connection_is_taken_up_where_it_ended() throws Exception {
    publisher.cutAfterBytes = 100_000;

    install(NO_HASH);

    assertThat(publisher.ranges)
        .containsExactly("", "bytes=100000-", "bytes=200000-", "bytes=300000-");
  }

  @Test
  void a_download_goes_on_after_a_restart() throws Exception {
    publisher.cutAfterBytes = 30_000;
    fails(VoiceFault.DOWNLOAD_UNREACHABLE, NO_HASH);
    publisher.cutAfterBytes = Integer.MAX_VALUE;

    install(NO_HASH);

    assertThat(publisher.ranges.get(ArchiveDownload.ATTEMPTS_MAX)).isEqualTo("bytes=150000-");
  }

  @Test
  void a_file_that_changed_meanwhile_is_fetched_anew() throws Exception {
    publisher.cutAfterBytes = 30_000;
    fails(VoiceFault.DOWNLOAD_UNREACHABLE, NO_HASH);
    publisher.cutAfterBytes = Integer.MAX_VALUE;
    publisher.etag = "\"2\"";
    publisher.file = Publisher.zip(Map.of(NAME + "/am/final.mdl", new byte[] {1, 2, 3}));

    assertThat(install(NO_HASH).resolve("am/final.mdl")).hasSize(3);
  }

  @Test
  void a_wrong_hash_is_refused_and_nothing_is_kept() throws Exception {
    fails(VoiceFault.DOWNLOAD_FOREIGN, Optional.of("0".repeat(64)));
    assertThat(left()).containsOnly(NAME + ".lock");
  }

  @Test
  void a_second_download_must_be_what_the_first_was() throws Exception {
    Path folder = install(NO_HASH);
    Files.move(folder, temp.resolve("away"));
    publisher.file = Publisher.zip(Map.of(NAME + "/am/final.mdl", new byte[] {1}));

    fails(VoiceFault.DOWNLOAD_FOREIGN, NO_HASH);
  }

  @Test
  void a_cancelled_download_keeps_what_has_arrived() {
    assertThatThrownBy(
            () -> store().install(model(NO_HASH), followed, () -> followed.done > 100_000))
        .hasMessageContaining("was cancelled");
    assertThat(root.resolve(NAME + ".zip.part")).isNotEmptyFile();
    assertThat(root.resolve(NAME)).doesNotExist();
  }

  @Test
  void an_archive_that_reaches_outside_is_refused() throws Exception {
    for (String name : new String[] {"../evil", "a/../../evil", "/evil", "a\\..\\..\\evil"}) {
      publisher.file = Publisher.zip(Map.of(name, new byte[] {1}));
      fails(VoiceFault.ARCHIVE_UNFIT, NO_HASH);
      assertThat(temp.resolve("evil")).doesNotExist();
    }
    assertThat(left()).containsOnly(NAME + ".lock");
  }

  @Test
  void an_archive_that_floods_the_disk_is_refused() throws Exception {
    Path archive = temp.resolve("bomb.zip");
    Files.write(archive, Publisher.zip(Map.of("zeros", new byte[10_000_000])));
    Path folder = Files.createDirectory(temp.resolve("bomb"));

    assertThat(Files.size(archive)).isLessThan(20_000);
    assertThatThrownBy(() -> Archive.unpack(archive, folder, 1_000_000))
        .hasMessageContaining("larger than a voice model may be");
    assertThat(Files.size(folder.resolve("zeros"))).isLessThanOrEqualTo(1_000_000);
  }

  @Test
  void a_file_that_is_no_archive_is_refused() throws Exception {
    publisher.file = "<html>maintenance</html>".getBytes(StandardCharsets.UTF_8);
    fails(VoiceFault.ARCHIVE_UNFIT, NO_HASH);
    assertThat(left()).containsOnly(NAME + ".lock");
  }

  @Test
  void a_model_that_the_recogniser_refuses_is_not_kept() throws Exception {
    VoiceModelStore store = new VoiceModelStore(root, ModelFolder::check);
    assertThatThrownBy(() -> store.install(model(NO_HASH), followed, () -> false))
        .hasMessageContaining("is not a voice model");
    assertThat(left()).containsOnly(NAME + ".lock");
  }

  @Test
  void an_absent_file_and_an_absent_server_are_told_apart() {
    publisher.status = 404;
    fails(VoiceFault.DOWNLOAD_REFUSED, NO_HASH);
    publisher.close();
    fails(VoiceFault.DOWNLOAD_UNREACHABLE, NO_HASH);
  }

  @Test
  void too_little_room_is_told_before_a_byte_is_written() {
    publisher.claimedLength = 1_000_000;
    assertThatThrownBy(
            () ->
                new ArchiveDownload(
                        publisher.address(),
                        Path.of("/proc/part"),
                        2_000_000,
                        NO_HASH,
                        followed,
                        () -> false)
                    .run())
        .hasMessageContaining("There is not enough room at /proc: 3 MB are needed and 0 MB");
  }

  @Test
  void a_disk_that_fills_up_meanwhile_is_told() throws Exception {
    Files.createDirectories(root);
    Files.createSymbolicLink(root.resolve(NAME + ".zip.part"), Path.of("/dev/full"));
    assertThatThrownBy(() -> install(NO_HASH))
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("No space left");
  }

  @Test
  void a_folder_without_the_right_to_write_is_told() {
    VoiceModelStore store = new VoiceModelStore(Path.of("/proc/voices"), folder -> {});
    assertThatThrownBy(() -> store.install(model(NO_HASH), followed, () -> false))
        .isInstanceOf(VoiceException.class)
        .hasMessageContaining("/proc/voices cannot be written");
  }

  @Test
  void a_file_larger_than_any_model_is_refused() {
    publisher.claimedLength = 1L << 40;
    fails(VoiceFault.DOWNLOAD_TOO_LARGE, NO_HASH);
  }

  @Test
  void two_installations_at_once_do_not_meet() throws Exception {
    InstallListener nested =
        new InstallListener() {
          @Override
          public void progress(long doneBytes, long totalBytes) {}

          @Override
          public void unpacking() {
            fails(VoiceFault.STORE_IN_USE, NO_HASH);
          }

          @Override
          public void pinned(String sha256) {}
        };
    assertThat(store().install(model(NO_HASH), nested, () -> false)).isDirectory();
  }

  @Test
  void an_unknown_name_is_answered_with_the_known_ones() throws VoiceException {
    assertThat(VoiceModel.named("vosk-model-small-cn-0.22"))
        .isEqualTo(VoiceModel.of(SpokenLanguage.ZH));
    assertThatThrownBy(() -> VoiceModel.named("vosk-model-small-en"))
        .hasMessageContaining("vosk-model-small-en-us-0.15, vosk-model-small-cn-0.22");
  }

  private VoiceModelStore store() {
    return new VoiceModelStore(root, folder -> {});
  }

  private Path install(Optional<String> sha256) throws VoiceException {
    return store().install(model(sha256), followed, () -> false);
  }

  private VoiceModel model(Optional<String> sha256) {
    return new VoiceModel(NAME, SpokenLanguage.EN, publisher.address(), "Apache-2.0", 1, sha256);
  }

  private void fails(VoiceFault fault, Optional<String> sha256) {
    assertThatThrownBy(() -> install(sha256))
        .isInstanceOfSatisfying(VoiceException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }

  /** Names in the store: no part, no half-unpacked folder, no refused model may stay. */
  private Stream<String> left() throws IOException {
    try (Stream<Path> all = Files.list(root)) {
      return all.map(path -> path.getFileName().toString()).toList().stream();
    }
  }

  private static final class Followed implements InstallListener {
    private long done;
    private long total;
    private String pin = "";

    @Override
    public void progress(long doneBytes, long totalBytes) {
      done = doneBytes;
      total = totalBytes;
    }

    @Override
    public void unpacking() {}

    @Override
    public void pinned(String sha256) {
      pin = sha256;
    }
  }
}
