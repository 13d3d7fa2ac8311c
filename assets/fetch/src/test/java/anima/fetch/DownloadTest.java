package anima.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DownloadTest {
  private static final int BYTES = 300_000;
  private static final long BYTES_MAX = 1_000_000;

  @TempDir private Path folder;
  private FileServer server;
  private Path target;
  private long done;

  @BeforeEach
  void serve() throws IOException {
    server = new FileServer();
    server.file = noise(1);
    target = folder.resolve("file.bin");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static byte[] noise(long seed) {
    byte[] bytes = new byte[BYTES];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  @Test
  void a_file_arrives_whole_under_its_name() throws Exception {
    Fetched fetched = fetch(request());

    assertThat(fetched).isEqualTo(new Fetched(BYTES, hash(server.file)));
    assertThat(target).hasBinaryContent(server.file);
    assertThat(done).isEqualTo(BYTES);
    assertThat(folder)
        .isDirectoryContaining(target::equals)
        .isDirectoryNotContaining("glob:**.*t*");
  }

  @Test
  void an_empty_file_is_a_file_too() throws Exception {
    server.file = new byte[0];
    fetch(request());
    assertThat(target).isEmptyFile();
  }

  @Test
  void wherever_a_connection_is_cut_the_file_is_the_same() throws Exception {
    server.file = Arrays.copyOf(server.file, 1_000);
    TreeSet<Integer> cuts = new TreeSet<>(Arrays.asList(0, 1, 2, 998, 999, 1_000));
    new Random(7).ints(60, 0, 1_000).forEach(cuts::add);
    for (int place : cuts) {
      server.cut = from -> from < place ? place : Integer.MAX_VALUE;
      Files.deleteIfExists(target);
      assertThat(fetch(request()).sha256()).as("cut at %s", place).isEqualTo(hash(server.file));
      assertThat(target).hasBinaryContent(server.file);
    }
  }

  @Test
  void a_file_cut_at_every_turn_still_arrives() throws Exception {
    server.file = noise(3);
    server.cut = from -> from + 100_000;
    fetch(request());
    assertThat(target).hasBinaryContent(server.file);
    assertThat(server.ranges).containsExactly("", "bytes=100000-", "bytes=200000-");
  }

  @Test
  void a_silent_server_is_left_and_asked_again() throws Exception {
    server.stalls = true;
    server.cut = from -> from == 0 ? 100_000 : Integer.MAX_VALUE;
    fetch(request().withPatience(new Patience(300, 0)));
    assertThat(target).hasBinaryContent(server.file);
    assertThat(server.ranges).containsExactly("", "bytes=100000-");
  }

  @Test
  void a_busy_server_is_asked_again() throws Exception {
    server.status = 503;
    server.refusals.set(2);
    fetch(request().withPatience(new Patience(20_000, 1)));
    assertThat(target).hasBinaryContent(server.file);
  }

  @Test
  void a_file_that_changed_meanwhile_is_fetched_anew() throws Exception {
    server.cut = from -> from + 30_000;
    fails(FetchFault.UNREACHABLE, request());
    assertThat(server.ranges).hasSize(Download.ATTEMPTS_MAX);
    server.cut = from -> Integer.MAX_VALUE;
    server.etag = "\"2\"";
    server.file = noise(2);

    assertThat(fetch(request()).sha256()).isEqualTo(hash(server.file));
    assertThat(target).hasBinaryContent(server.file);
  }

  @Test
  void a_server_without_ranges_or_versions_gives_all_again() throws Exception {
    server.cut = from -> server.ranges.size() == 1 ? 100_000 : Integer.MAX_VALUE;
    server.rangeless = true;
    fetch(request());
    assertThat(target).hasBinaryContent(server.file);

    server.ranges.clear();
    server.etag = "";
    fetch(request());
    assertThat(server.ranges).containsExactly("", "");
    assertThat(target).hasBinaryContent(server.file);
  }

  @Test
  void a_whole_part_is_only_given_its_name() throws Exception {
    Download first = download(request());
    first.run();
    Files.writeString(folder.resolve("file.bin.part.tag"), server.etag);
    fetch(request());
    assertThat(server.ranges).containsExactly("", "bytes=" + BYTES + "-");

    Files.move(target, folder.resolve("file.bin.part"));
    server.close();
    FetchRequest known = request().withBytes(BYTES).withSha256(Optional.of(hash(server.file)));
    assertThat(fetch(known).bytes()).isEqualTo(BYTES);
  }

  @Test
  void another_hash_or_size_than_stated_is_refused_and_nothing_is_kept() throws Exception {
    fails(FetchFault.FOREIGN, request().withSha256(Optional.of("0".repeat(64))));
    fails(FetchFault.SIZE, request().withBytes(BYTES + 1));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void more_than_is_allowed_is_refused_claimed_or_not() throws Exception {
    server.claimedLength = 1L << 40;
    fails(FetchFault.TOO_LARGE, request());
    server.claimedLength = -1;
    server.chunked = true;
    server.file = new byte[(int) BYTES_MAX + 1];
    fails(FetchFault.TOO_LARGE, request());
    assertThat(target).doesNotExist();
  }

  @Test
  void a_disk_without_room_or_right_is_named() throws Exception {
    FetchRequest request = request();
    Path proc = Path.of("/proc/file.part");
    assertThatThrownBy(() -> new Download(request, proc, FetchListener.NONE, () -> false).run())
        .hasMessageContaining("There is not enough room at /proc: 1 MB are needed and 0 MB");
    Files.createSymbolicLink(folder.resolve("file.bin.part"), Path.of("/dev/full"));
    fails(FetchFault.UNWRITABLE, request);
  }

  @Test
  void a_cancelled_fetch_keeps_what_has_arrived() throws Exception {
    Download download = new Download(request(), part(), this::follow, () -> done > 100_000);
    assertThatThrownBy(download::run).hasMessageContaining("was cancelled");
    assertThat(part()).isNotEmptyFile();

    fetch(request());
    assertThat(server.ranges.get(1)).startsWith("bytes=");
    assertThat(target).hasBinaryContent(server.file);
  }

  @Test
  void an_absent_file_and_an_absent_server_are_told_apart() {
    server.status = 404;
    assertThat(fails(FetchFault.REFUSED, request()).status()).isEqualTo(404);
    server.close();
    FetchException absent = fails(FetchFault.UNREACHABLE, request());
    assertThat(absent).hasMessageContaining("check the network");
    assertThat(absent.in(Locale.CHINESE)).contains("请检查网络");
  }

  @Test
  void a_token_goes_to_its_own_server_and_nowhere_else() throws Exception {
    URI moved = server.address().resolve("/moved");
    Credential own = new Credential(server.address(), "hf_secret");
    FetchRequest request = FetchRequest.of(moved, BYTES_MAX).withCredential(Optional.of(own));

    server.location = server.addressByName().toString();
    fetch(request);
    assertThat(server.authorizations).containsExactly("Bearer hf_secret", "");

    server.authorizations.clear();
    server.location = "/file.bin";
    fetch(request);
    assertThat(server.authorizations).containsOnly("Bearer hf_secret");
    assertThat(own.toString()).doesNotContain("hf_secret");
    assertThat(
            new Credential(URI.create("http://example.org"), "t")
                .header(URI.create("http://example.org/a")))
        .as("over plain HTTP")
        .isEmpty();
  }

  @Test
  void redirects_to_strange_places_are_not_followed() {
    FetchRequest request = FetchRequest.of(server.address().resolve("/moved"), BYTES_MAX);
    for (String place :
        new String[] {
          "file:///etc/passwd", "ftp://127.0.0.1/x", "jar:file:/x!/y", "/moved", "::"
        }) {
      server.location = place;
      fails(FetchFault.REDIRECTED, request);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void only_web_addresses_are_taken() {
    for (String text :
        new String[] {
          "", "x", "file:///etc/passwd", "https://", "https://a b", "https://me:pw@host/"
        }) {
      assertThatThrownBy(() -> FetchRequest.address(text))
          .isInstanceOfSatisfying(
              FetchException.class, e -> assertThat(e.fault()).isEqualTo(FetchFault.ADDRESS));
    }
  }

  @Test
  void a_small_text_is_bounded_and_refused_alike() throws Exception {
    server.file = "grüß 你好".getBytes(StandardCharsets.UTF_8);
    FetchRequest request = FetchRequest.of(server.address(), 100);
    assertThat(SmallText.fetch(request, () -> false)).isEqualTo("grüß 你好");
    assertThatThrownBy(() -> SmallText.fetch(FetchRequest.of(server.address(), 5), () -> false))
        .hasMessageContaining("more than the 1 MB");
    server.status = 401;
    assertThatThrownBy(() -> SmallText.fetch(request, () -> false)).hasMessageContaining("401");
  }

  private FetchRequest request() {
    return FetchRequest.of(server.address(), BYTES_MAX);
  }

  private Path part() {
    return folder.resolve("file.bin.part");
  }

  private Download download(FetchRequest request) {
    return new Download(request, part(), this::follow, () -> false);
  }

  private void follow(long doneBytes, long totalBytes) {
    done = doneBytes;
  }

  private Fetched fetch(FetchRequest request) throws FetchException {
    return download(request).runInto(target);
  }

  private FetchException fails(FetchFault fault, FetchRequest request) {
    FetchException failure = catchThrowableOfType(FetchException.class, () -> fetch(request));
    assertThat(failure).isNotNull();
    assertThat(failure.fault()).isEqualTo(fault);
    return failure;
  }

  private static String hash(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
