package anima.sync.wire;

import anima.sync.room.Room;
import anima.sync.room.TickListener;
import anima.world.WorldEvent;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** Opens a room to the network on one port: WebSocket over TLS 1.3. */
public final class Server implements AutoCloseable {
  /** Connections at a time; further ones are closed at once. */
  static final int CONNECTIONS_MAX = 512;

  private static final int EVENT_LOOPS = 2;
  private static final int HTTP_BYTES_MAX = 8 * 1024;
  private static final int HANDSHAKE_MILLIS_MAX = 10_000;
  private static final int QUIET_MILLIS = 50;
  private static final int CLOSE_MILLIS_MAX = 3_000;

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(EVENT_LOOPS, NioIoHandler.newFactory());
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Room room;
  private final ServerOptions options;
  private final SslContext tls;
  private final List<byte[]> placeParts;
  private final ZoneCache zones = new ZoneCache();
  private final TickBatch batch = new TickBatch();
  private final Channel listening;

  private Server(Room room, ServerOptions options, SslContext tls) throws ConnectException {
    this.room = room;
    this.options = options;
    this.tls = tls;
    placeParts = PlaceParts.cut(PlaceParts.compress(room.place()));
    listening = listen();
  }

  /**
   * Starts to listen.
   *
   * @throws ConnectException if the port is taken or the certificate cannot be used
   */
  public static Server start(Room room, ServerOptions options) throws ConnectException {
    SslContext tls;
    try {
      tls = Tls.server(DevelopmentCertificate.in(options.certificateFolder()));
    } catch (SSLException e) {
      throw new ConnectException(
          "TLS 1.3 cannot be had from this Java: " + e.getMessage() + ".", e);
    }
    Server server = new Server(room, options, tls);
    room.listen(server.new Ticks());
    return server;
  }

  private Channel listen() throws ConnectException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    if (connections.size() > CONNECTIONS_MAX) {
                      Sending.close(channel);
                      return;
                    }
                    connections.add(channel);
                    assemble(channel);
                  }
                })
            .bind(options.port())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      var unused = loops.shutdownGracefully();
      throw new ConnectException(
          bound.cause() instanceof BindException
              ? "Port "
                  + options.port()
                  + " is taken by another program or not allowed; name another one."
              : "The server cannot listen on port " + options.port() + ".",
          bound.cause());
    }
    connections.add(bound.channel());
    return bound.channel();
  }

  private void assemble(Channel channel) {
    WebSocketServerProtocolConfig config =
        WebSocketServerProtocolConfig.newBuilder()
            .websocketPath(Protocol.PATH)
            .handshakeTimeoutMillis(HANDSHAKE_MILLIS_MAX)
            .decoderConfig(
                WebSocketDecoderConfig.newBuilder()
                    .maxFramePayloadLength(Protocol.FRAME_BYTES_MAX)
                    .closeOnProtocolViolation(false)
                    .build())
            .build();
    channel
        .pipeline()
        .addLast(
            tls.newHandler(channel.alloc()),
            new HttpServerCodec(),
            new HttpObjectAggregator(HTTP_BYTES_MAX),
            new WebSocketServerProtocolHandler(config),
            new WebSocketFrameAggregator(Protocol.FRAME_BYTES_MAX),
            new IdleStateHandler(Protocol.SILENCE_SECONDS_MAX, 0, 0, TimeUnit.SECONDS),
            new ServerConnection(room, zones, batch, placeParts, options.hostKey()));
  }

  /** The port that it listens on. */
  public int port() {
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  /** Says goodbye to every client and frees the port. */
  @Override
  public void close() {
    for (Channel channel : connections) {
      ServerConnection connection = channel.pipeline().get(ServerConnection.class);
      if (connection != null) {
        connection.end(channel, "The server is closing.");
      } else {
        Sending.close(channel);
      }
    }
    // A loop that shuts down closes its channels before it runs what waits: let goodbyes go first.
    connections.newCloseFuture().awaitUninterruptibly(CLOSE_MILLIS_MAX);
    loops
        .shutdownGracefully(QUIET_MILLIS, CLOSE_MILLIS_MAX, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly();
  }

  /** Sends what each tick told. */
  private final class Ticks implements TickListener {
    @Override
    public void stepped(long tick, List<WorldEvent> events) {
      zones.begin(events);
    }

    @Override
    public void told(long tick) {
      batch.send();
    }
  }
}
