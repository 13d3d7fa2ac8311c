package anima.sync.wire;

import static org.assertj.core.api.Assertions.assertThat;

import anima.sync.Meadow;
import anima.sync.wire.proto.Hello;
import anima.sync.wire.proto.Join;
import anima.sync.wire.proto.Submit;
import anima.sync.wire.proto.ToClient;
import anima.sync.wire.proto.ToServer;
import anima.world.WorldEvent;
import com.google.protobuf.InvalidProtocolBufferException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the JDK's own WebSocket client, which knows no manners, can do to a server: nothing. */
class HostileClientTest {
  @TempDir static Path folder;
  private static Hall hall;

  @BeforeAll
  static void open() throws Exception {
    hall = new Hall(folder);
    hall.join("Witness");
  }

  @AfterAll
  static void close() {
    hall.close();
  }

  @Test
  void random_bytes_end_the_connection_with_a_reason() throws Exception {
    Random random = new Random(5);
    for (int round = 0; round < 40; round++) {
      byte[] bytes = new byte[1 + random.nextInt(400)];
      random.nextBytes(bytes);
      bytes[0] = random.nextBoolean() ? Protocol.KIND_MESSAGE : bytes[0];
      assertThat(endAfter(bytes)).as("round " + round).isNotBlank().endsWith(".");
    }
    serverLives("Ann");
  }

  @Test
  void damaged_messages_never_stop_the_server() throws Exception {
    byte[] good = bytes(ToServer.newBuilder().setHello(hello()).build());
    Random random = new Random(6);
    for (int round = 0; round < 20; round++) {
      byte[] bad = good.clone();
      bad[1 + random.nextInt(bad.length - 1)] ^= (byte) (1 << random.nextInt(8));
      Talk talk = talk();
      talk.send(bad);
      talk.socket().abort();
    }
    serverLives("Bea");
  }

  @Test
  void a_message_of_a_megabyte_ends_the_connection_with_a_reason() throws Exception {
    assertThat(endAfter(new byte[1 << 20])).contains("larger than 64 KiB");
    serverLives("Cid");
  }

  @Test
  void another_version_is_told_both_versions() throws Exception {
    Hello future = hello().setProtocol(99).build();
    assertThat(endAfter(bytes(ToServer.newBuilder().setHello(future).build())))
        .contains("version 1")
        .contains("version 99");
  }

  @Test
  void who_acts_before_being_let_in_is_shown_out() throws Exception {
    ToServer early = ToServer.newBuilder().setSubmit(Submit.getDefaultInstance()).build();
    assertThat(endAfter(bytes(early))).contains("acted before it was let in");
  }

  @Test
  void a_flood_of_messages_ends_the_connection_with_a_reason() throws Exception {
    Talk talk = talk();
    talk.send(bytes(ToServer.newBuilder().setHello(hello()).build()));
    byte[] beat =
        bytes(
            ToServer.newBuilder().setBeat(anima.sync.wire.proto.Beat.getDefaultInstance()).build());
    talk.welcomed().get(60, TimeUnit.SECONDS);
    for (int i = 0; i < 3 * MessageBudget.BURST_MESSAGES_MAX && !talk.end().isDone(); i++) {
      talk.send(beat);
    }
    assertThat(talk.end().get(60, TimeUnit.SECONDS)).contains("messages a second");
  }

  @Test
  void positions_that_are_random_bytes_are_refused_as_a_whole() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      try {
        List<WorldEvent.Moved> read = ZoneFrame.read(io.netty.buffer.Unpooled.wrappedBuffer(bytes));
        assertThat(read).hasSizeLessThan(10);
      } catch (WireFault expected) {
        assertThat(expected).hasMessageEndingWith(".");
      }
    }
  }

  private static Hello.Builder hello() {
    return Hello.newBuilder()
        .setProtocol(Protocol.VERSION)
        .setJoin(Join.newBuilder().setName("Mallory").setLooks(ValueWire.encode(Meadow.LOOKS)));
  }

  private static void serverLives(String name) throws Exception {
    NetworkSession session = hall.join(name);
    hall.await(session, WorldEvent.Appeared.class, e -> e.view().name().en().equals("Witness"));
    session.close();
  }

  private static byte[] bytes(ToServer message) {
    byte[] body = message.toByteArray();
    return ByteBuffer.allocate(1 + body.length).put(Protocol.KIND_MESSAGE).put(body).array();
  }

  /** Sends one message to the server and returns the reason with which it ends the connection. */
  private static String endAfter(byte[] message) throws Exception {
    Talk talk = talk();
    talk.send(message);
    return talk.end().get(60, TimeUnit.SECONDS);
  }

  private static Talk talk() throws Exception {
    SSLContext tls = SSLContext.getInstance("TLSv1.3");
    KnownHosts hosts = new KnownHosts(folder.resolve("hostile_hosts"));
    tls.init(
        null,
        new TrustManager[] {new PinnedTrust(hosts, hall.address.toString())},
        new SecureRandom());
    Ear ear = new Ear();
    WebSocket socket =
        HttpClient.newBuilder()
            .sslContext(tls)
            .build()
            .newWebSocketBuilder()
            .buildAsync(URI.create("wss://" + hall.address + Protocol.PATH), ear)
            .get(60, TimeUnit.SECONDS);
    return new Talk(socket, ear.end, ear.welcomed);
  }

  /** A connection, how it ended, and whether the server let it in. */
  private record Talk(
      WebSocket socket, CompletableFuture<String> end, CompletableFuture<Boolean> welcomed) {
    void send(byte[] message) throws Exception {
      socket.sendBinary(ByteBuffer.wrap(message), true).handle((sent, lost) -> true).get();
    }
  }

  /** Listens for the server's goodbye. */
  private static final class Ear implements WebSocket.Listener {
    final CompletableFuture<String> end = new CompletableFuture<>();
    final CompletableFuture<Boolean> welcomed = new CompletableFuture<>();

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      try {
        if (data.get() == Protocol.KIND_MESSAGE) {
          ToClient message = ToClient.parseFrom(data);
          if (message.hasBye()) {
            end.complete(message.getBye().getReason());
          }
          welcomed.complete(true);
        }
      } catch (InvalidProtocolBufferException partial) {
        // A part of a message that the JDK hands over in pieces; none that matters here.
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      end.complete("");
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      end.complete("");
    }
  }
}
