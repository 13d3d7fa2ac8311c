package anima.sync.wire;

import anima.sync.room.EmbodyRequest;
import anima.sync.room.InhabitantInfo;
import anima.sync.room.JoinRequest;
import anima.sync.wire.proto.AskInhabitants;
import anima.sync.wire.proto.Embody;
import anima.sync.wire.proto.Hello;
import anima.sync.wire.proto.Join;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.timeout.IdleStateHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Comes in to servers, as a visitor or as a brain host with a connection for each inhabitant. Every
 * failure is a {@link ConnectException} of one sentence. Any thread; the methods wait for the
 * network, the sessions they return never do.
 */
public final class Client implements AutoCloseable {
  private static final int CONNECT_MILLIS_MAX = 10_000;
  private static final int WELCOME_SECONDS_MAX = 30;
  private static final int HTTP_BYTES_MAX = 8 * 1024;
  private static final int NAME_LENGTH_MAX = 256;
  private static final int QUIET_MILLIS = 50;
  private static final int CLOSE_MILLIS_MAX = 3_000;

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final KnownHosts knownHosts;

  /**
   * @param knownHosts file that remembers the certificate of each server met
   */
  public Client(Path knownHosts) {
    this.knownHosts = new KnownHosts(knownHosts);
  }

  /** Comes in as a visitor. */
  public NetworkSession join(ServerAddress server, JoinRequest request) throws ConnectException {
    Hello.Builder hello =
        Hello.newBuilder()
            .setJoin(
                Join.newBuilder()
                    .setName(cut(request.name()))
                    .setLooks(ValueWire.encode(request.looks()))
                    .setToken(request.token().orElse("")));
    return await(server, connect(server, hello).session());
  }

  /**
   * Takes up an inhabitant.
   *
   * @param hostKey what the server asks of brain hosts; may be empty
   */
  public NetworkSession embody(ServerAddress server, EmbodyRequest request, String hostKey)
      throws ConnectException {
    Hello.Builder hello =
        Hello.newBuilder()
            .setEmbody(
                Embody.newBuilder()
                    .setNpc(request.npc().value())
                    .setHost(request.host())
                    .setFencing(request.fencing())
                    .setHostKey(hostKey));
    return await(server, connect(server, hello).session());
  }

  /** Who lives at a server, and who drives them. */
  public List<InhabitantInfo> inhabitants(ServerAddress server) throws ConnectException {
    Hello.Builder hello = Hello.newBuilder().setAskInhabitants(AskInhabitants.getDefaultInstance());
    return await(server, connect(server, hello).inhabitants());
  }

  /** A name is refused by the room's rules; one of a megabyte need not travel for that. */
  private static String cut(String name) {
    return name.length() > NAME_LENGTH_MAX ? name.substring(0, NAME_LENGTH_MAX) : name;
  }

  /** What a connection may come to. */
  private record Answer(
      CompletableFuture<NetworkSession> session,
      CompletableFuture<List<InhabitantInfo>> inhabitants) {
    void fail(Throwable cause) {
      session.completeExceptionally(cause);
      inhabitants.completeExceptionally(cause);
    }
  }

  private Answer connect(ServerAddress server, Hello.Builder hello) throws ConnectException {
    Answer answer = new Answer(new CompletableFuture<>(), new CompletableFuture<>());
    SslContext tls = tls(server);
    ClientConnection connection =
        new ClientConnection(
            server,
            hello.setProtocol(Protocol.VERSION).build(),
            answer.session(),
            answer.inhabitants());
    new Bootstrap()
        .group(loops)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS_MAX)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                assemble(channel, server, tls, connection);
              }
            })
        .connect(server.host(), server.port())
        .addListener(
            connected -> {
              if (!connected.isSuccess()) {
                answer.fail(connected.cause());
              }
            });
    return answer;
  }

  private SslContext tls(ServerAddress server) throws ConnectException {
    try {
      return Tls.client(new PinnedTrust(knownHosts, server.toString()));
    } catch (SSLException e) {
      throw new ConnectException(
          "TLS 1.3 cannot be had from this Java: " + e.getMessage() + ".", e);
    }
  }

  private static void assemble(
      Channel channel, ServerAddress server, SslContext tls, ClientConnection connection) {
    WebSocketClientProtocolConfig config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri("wss://" + server + Protocol.PATH)
            .maxFramePayloadLength(Protocol.FRAME_BYTES_MAX)
            .build();
    channel
        .pipeline()
        .addLast(
            tls.newHandler(channel.alloc(), server.host(), server.port()),
            new HttpClientCodec(),
            new HttpObjectAggregator(HTTP_BYTES_MAX),
            new WebSocketClientProtocolHandler(config),
            new WebSocketFrameAggregator(Protocol.FRAME_BYTES_MAX),
            new IdleStateHandler(Protocol.SILENCE_SECONDS_MAX, 0, 0, TimeUnit.SECONDS),
            connection);
  }

  private static <T> T await(ServerAddress server, CompletableFuture<T> answer)
      throws ConnectException {
    try {
      return answer.get(WELCOME_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw ConnectFailure.of(server, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(false);
      throw new ConnectException(
          "The server " + server + " answers too slowly; try again later.", e);
    } catch (InterruptedException e) {
      answer.cancel(false);
      Thread.currentThread().interrupt();
      throw new ConnectException("Connecting to " + server + " was broken off.", e);
    }
  }

  /** Ends every session and frees the threads. */
  @Override
  public void close() {
    loops
        .shutdownGracefully(QUIET_MILLIS, CLOSE_MILLIS_MAX, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly();
  }
}
