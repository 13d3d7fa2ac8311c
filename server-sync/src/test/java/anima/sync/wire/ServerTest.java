package anima.sync.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.sync.Meadow;
import anima.sync.room.EmbodyRequest;
import anima.sync.room.InhabitantInfo;
import anima.sync.room.JoinRequest;
import anima.world.Action;
import anima.world.EntityId;
import anima.world.Loudness;
import anima.world.WorldEvent;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {
  @TempDir Path folder;

  @Test
  void a_visitor_comes_back_as_the_same_body() throws Exception {
    try (Hall hall = new Hall(folder)) {
      NetworkSession ada = hall.join("Ada");
      ada.close();
      NetworkSession again =
          hall.client.join(hall.address, new JoinRequest("Ada", Meadow.LOOKS, ada.token()));
      assertThat(again.self()).isEqualTo(ada.self());
    }
  }

  @Test
  void a_brain_host_drives_an_inhabitant_over_the_network() throws Exception {
    try (Hall hall = new Hall(folder)) {
      InhabitantInfo mira = hall.client.inhabitants(hall.address).get(0);
      assertThat(mira.key()).isEqualTo("mira");
      assertThat(mira.host()).isEmpty();
      NetworkSession ada = hall.join("Ada");
      NetworkSession mind =
          hall.client.embody(hall.address, new EmbodyRequest(mira.id(), "laptop", 0), "");
      assertThat(mind.fencing()).isPositive();
      mind.submit(
          new Action.Say(mira.id(), "Good morning", Loudness.NORMAL, Optional.of(ada.self())));
      hall.await(ada, WorldEvent.Said.class, e -> e.speaker().equals(mira.id()));
      Hall.await(() -> hall.server.inhabitants().get(0).host().equals(Optional.of("laptop")));
      refuses(
          () -> hall.client.embody(hall.address, new EmbodyRequest(mira.id(), "other", 0), ""),
          "driven by 'laptop'");
    }
  }

  @Test
  void a_brain_host_without_the_key_is_refused() throws Exception {
    try (Hall hall = new Hall(folder, Optional.of("secret"))) {
      EntityId mira = hall.server.inhabitants().get(0).id();
      EmbodyRequest request = new EmbodyRequest(mira, "host", 0);
      refuses(() -> hall.client.embody(hall.address, request, "guess"), "key for brain hosts");
      assertThat(hall.client.embody(hall.address, request, "secret").self()).isEqualTo(mira);
    }
  }

  @Test
  void a_refused_name_is_told_in_one_sentence() throws Exception {
    try (Hall hall = new Hall(folder)) {
      refuses(() -> hall.join("a\u0007b"), "no control characters");
      refuses(() -> hall.join("x".repeat(1 << 20)), "The name is refused");
      refuses(() -> hall.join("Mira"), "called Mira already");
    }
  }

  @Test
  void an_unreachable_server_is_told_in_one_sentence() throws Exception {
    try (Client client = new Client(folder.resolve("known_hosts"))) {
      ServerAddress nobody = new ServerAddress("localhost", freePort());
      refuses(() -> client.join(nobody, Meadow.visitor("Ada")), "No server can be reached");
    }
  }

  @Test
  void a_port_in_use_is_told_in_one_sentence() throws Exception {
    try (Hall one = new Hall(folder.resolve("one"));
        var other =
            anima.sync.EmbeddedServer.open(
                folder.resolve("two"), Meadow.PLACE, anima.sync.SyncOptions.of(1))) {
      ServerOptions taken =
          new ServerOptions(one.address.port(), folder.resolve("two"), Optional.empty());
      refuses(() -> other.listen(taken), "is taken by another program");
    }
  }

  @Test
  void a_server_with_another_certificate_is_not_talked_to() throws Exception {
    try (Hall hall = new Hall(folder)) {
      hall.join("Ada").close();
      Path known = folder.resolve("known_hosts");
      String line = Files.readString(known);
      assertThat(line).startsWith("localhost:" + hall.address.port() + " ");
      Files.writeString(known, line.substring(0, line.indexOf(' ')) + " " + "0".repeat(64));
      refuses(() -> hall.join("Ada"), "another certificate than when we first met it");
    }
  }

  @Test
  void the_key_of_the_server_is_its_owners_alone() throws Exception {
    try (Hall hall = new Hall(folder)) {
      Path key = folder.resolve("world/server.key");
      assertThat(hall.address.port()).isPositive();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void a_server_that_closes_says_so() throws Exception {
    Hall hall = new Hall(folder);
    try (Client client = hall.client) {
      NetworkSession ada = hall.join("Ada");
      hall.server.close();
      Hall.await(() -> ada.ended().isPresent());
      assertThat(ada.ended()).contains("The server is closing.");
      assertThat(client).isNotNull();
    }
  }

  @Test
  void an_address_is_read_or_refused() throws Exception {
    assertThat(ServerAddress.parse("example.org"))
        .isEqualTo(new ServerAddress("example.org", 7777));
    assertThat(ServerAddress.parse("wss://10.0.0.1:99"))
        .isEqualTo(new ServerAddress("10.0.0.1", 99));
    for (String bad : new String[] {"", "http://x", "a b", "wss://x:port", "::"}) {
      refuses(() -> ServerAddress.parse(bad), "is no address of a server");
    }
  }

  private static void refuses(ThrowingCallable attempt, String part) {
    assertThatThrownBy(attempt)
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining(part)
        .hasMessageEndingWith(".");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
