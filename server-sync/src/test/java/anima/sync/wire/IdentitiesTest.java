package anima.sync.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentitiesTest {
  @TempDir Path folder;

  @Test
  void a_token_is_remembered_for_its_place_alone_and_for_its_owners_eyes() throws Exception {
    Path file = folder.resolve("me/identities");
    new Identities(file).remember("localhost:7777 Ada", "secret");
    new Identities(file).remember("localhost:7778 Ada", "other");
    assertThat(new Identities(file).token("localhost:7777 Ada")).contains("secret");
    assertThat(new Identities(file).token("localhost:7778 Ada")).contains("other");
    assertThat(new Identities(file).token("elsewhere")).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void the_oldest_is_forgotten_first() throws Exception {
    Identities identities = new Identities(folder.resolve("identities"));
    for (int i = 0; i <= Identities.LINES_MAX; i++) {
      identities.remember("place " + i, "token" + i);
    }
    assertThat(identities.token("place 0")).isEmpty();
    assertThat(identities.token("place " + Identities.LINES_MAX)).isPresent();
  }
}
