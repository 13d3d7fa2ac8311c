package anima.sync.wire;

import anima.sync.room.InhabitantInfo;
import anima.sync.wire.proto.Hello;
import anima.sync.wire.proto.Inhabitant;
import anima.sync.wire.proto.Inhabitants;
import anima.sync.wire.proto.ToClient;
import anima.sync.wire.proto.ToServer;
import anima.sync.wire.proto.Welcome;
import anima.world.EntityId;
import anima.world.place.Place;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The client's end of a connection: says hello, gathers the place, then feeds its session. Owned by
 * its event loop.
 */
final class ClientConnection extends SimpleChannelInboundHandler<WebSocketFrame> {
  private final ServerAddress server;
  private final Hello hello;
  private final CompletableFuture<NetworkSession> session;
  private final CompletableFuture<List<InhabitantInfo>> inhabitants;
  private final ByteArrayOutputStream placeBytes = new ByteArrayOutputStream();
  private @Nullable Welcome welcome;
  private @Nullable NetworkSession live;
  private String endReason;

  ClientConnection(
      ServerAddress server,
      Hello hello,
      CompletableFuture<NetworkSession> session,
      CompletableFuture<List<InhabitantInfo>> inhabitants) {
    this.server = server;
    this.hello = hello;
    this.session = session;
    this.inhabitants = inhabitants;
    endReason = "The connection to " + server + " was lost.";
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      Sending.send(
          ctx.channel(),
          new BinaryWebSocketFrame(
              Messages.write(ctx.alloc(), ToServer.newBuilder().setHello(hello).build())));
    } else if (event instanceof IdleStateEvent) {
      endReason =
          "The server "
              + server
              + " has been silent for "
              + Protocol.SILENCE_SECONDS_MAX
              + " seconds.";
      Sending.close(ctx.channel());
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) throws WireFault {
    ByteBuf content = frame.content();
    if (!(frame instanceof BinaryWebSocketFrame) || !content.isReadable()) {
      return;
    }
    byte kind = content.readByte();
    if (kind == Protocol.KIND_ZONES) {
      live().moved(ZoneFrame.read(content));
    } else if (kind == Protocol.KIND_MESSAGE) {
      message(ctx.channel(), Messages.readToClient(content));
    } else {
      throw new WireFault("The server " + server + " sent a message of no known kind.");
    }
  }

  private void message(Channel channel, ToClient message) throws WireFault {
    switch (message.getKindCase()) {
      case WELCOME -> {
        welcome = message.getWelcome();
        if (welcome.getPlaceBytes() > Protocol.PLACE_BYTES_MAX) {
          throw new WireFault("The place of " + server + " is too large.");
        }
      }
      case PLACE_PART -> placePart(channel, message.getPlacePart().getData().toByteArray());
      case HAPPENED -> live().happened(message.getHappened());
      case INHABITANTS -> inhabitants.complete(decode(message.getInhabitants()));
      case BYE -> endReason = message.getBye().getReason();
      case KIND_NOT_SET ->
          throw new WireFault("The server " + server + " sent a message of no known kind.");
    }
  }

  private void placePart(Channel channel, byte[] part) throws WireFault {
    Welcome in = welcome;
    if (in == null || live != null || placeBytes.size() + part.length > in.getPlaceBytes()) {
      throw new WireFault("The server " + server + " sent more of its place than announced.");
    }
    placeBytes.writeBytes(part);
    if (placeBytes.size() == in.getPlaceBytes()) {
      begin(channel, in, PlaceParts.read(server.toString(), placeBytes.toByteArray()));
      placeBytes.reset();
    }
  }

  private void begin(Channel channel, Welcome in, Place place) throws WireFault {
    if (in.getSelf() <= 0) {
      throw new WireFault("The server " + server + " gave no body.");
    }
    NetworkSession begun =
        new NetworkSession(
            channel,
            new EntityId(in.getSelf()),
            in.getToken().isEmpty() ? Optional.empty() : Optional.of(in.getToken()),
            in.getFencing(),
            place);
    live = begun;
    ScheduledFuture<?> beats =
        channel
            .eventLoop()
            .scheduleAtFixedRate(
                begun::beat, Protocol.BEAT_SECONDS, Protocol.BEAT_SECONDS, TimeUnit.SECONDS);
    ChannelFuture unused = channel.closeFuture().addListener(closed -> beats.cancel(false));
    if (!session.complete(begun)) {
      // Whoever asked has given up waiting.
      Sending.close(channel);
    }
  }

  private static List<InhabitantInfo> decode(Inhabitants message) throws WireFault {
    List<InhabitantInfo> all = new ArrayList<>();
    try {
      for (Inhabitant one : message.getInhabitantsList()) {
        all.add(
            new InhabitantInfo(
                new EntityId(one.getId()),
                one.getKey(),
                ValueWire.decode(one.getName()),
                one.getHost().isEmpty() ? Optional.empty() : Optional.of(one.getHost())));
      }
    } catch (IllegalArgumentException e) {
      throw new WireFault("An inhabitant is out of order: " + e.getMessage() + ".", e);
    }
    return all;
  }

  private NetworkSession live() throws WireFault {
    NetworkSession begun = live;
    if (begun == null) {
      throw new WireFault("The server " + server + " told of its world before its place.");
    }
    return begun;
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    NetworkSession begun = live;
    if (begun != null) {
      begun.end(endReason);
    }
    ConnectException lost = new ConnectException(endReason);
    session.completeExceptionally(lost);
    inhabitants.completeExceptionally(lost);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof WireFault) {
      endReason = String.valueOf(cause.getMessage());
    }
    session.completeExceptionally(cause);
    inhabitants.completeExceptionally(cause);
    Sending.close(ctx.channel());
  }
}
