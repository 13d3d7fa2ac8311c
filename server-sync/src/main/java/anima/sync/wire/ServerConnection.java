package anima.sync.wire;

import anima.sync.room.EmbodyRequest;
import anima.sync.room.InhabitantInfo;
import anima.sync.room.JoinRequest;
import anima.sync.room.Room;
import anima.sync.room.Seat;
import anima.sync.wire.proto.Bye;
import anima.sync.wire.proto.Embody;
import anima.sync.wire.proto.Hello;
import anima.sync.wire.proto.Inhabitant;
import anima.sync.wire.proto.Inhabitants;
import anima.sync.wire.proto.Join;
import anima.sync.wire.proto.PlacePart;
import anima.sync.wire.proto.ToClient;
import anima.sync.wire.proto.ToServer;
import anima.sync.wire.proto.Welcome;
import anima.world.EntityId;
import com.google.protobuf.ByteString;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.CodecException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import io.netty.handler.timeout.IdleStateEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One client at the server: it says hello, is let in by the room, then submits. Whatever it does
 * wrong ends the connection with one sentence. Owned by its event loop.
 */
final class ServerConnection extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final int HELLO_SECONDS_MAX = 5;

  private final Room room;
  private final ZoneCache zones;
  private final TickBatch batch;
  private final List<byte[]> placeParts;
  private final Optional<String> hostKey;
  private final MessageBudget budget = new MessageBudget(System.nanoTime());
  private boolean greeted;
  private volatile @Nullable Seat seat;
  private volatile boolean gone;

  ServerConnection(
      Room room,
      ZoneCache zones,
      TickBatch batch,
      List<byte[]> placeParts,
      Optional<String> hostKey) {
    this.room = room;
    this.zones = zones;
    this.batch = batch;
    this.placeParts = placeParts;
    this.hostKey = hostKey;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof HandshakeComplete) {
      var unused =
          ctx.executor()
              .schedule(
                  () -> {
                    if (!greeted) {
                      end(ctx.channel(), "The client did not say hello.");
                    }
                  },
                  HELLO_SECONDS_MAX,
                  TimeUnit.SECONDS);
    } else if (event instanceof IdleStateEvent) {
      end(ctx.channel(), "The client was silent for " + Protocol.SILENCE_SECONDS_MAX + " seconds.");
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) throws WireFault {
    if (gone) {
      return;
    }
    if (!budget.take(System.nanoTime())) {
      throw new WireFault(
          "The client sends more than "
              + MessageBudget.MESSAGES_PER_SECOND
              + " messages a second; it was closed.");
    }
    if (!(frame instanceof BinaryWebSocketFrame)) {
      throw new WireFault("Only binary messages are understood here.");
    }
    ToServer message = Messages.readToServer(frame.content());
    switch (message.getKindCase()) {
      case HELLO -> hello(ctx.channel(), message.getHello());
      case SUBMIT -> seated().submit(ActionWire.decode(message.getSubmit().getAction()));
      case BEAT -> seated().touch();
      case KIND_NOT_SET -> throw new WireFault("A message is of no known kind.");
    }
  }

  private Seat seated() throws WireFault {
    Seat mine = seat;
    if (mine == null) {
      throw new WireFault("The client acted before it was let in.");
    }
    return mine;
  }

  private void hello(Channel channel, Hello hello) throws WireFault {
    if (greeted) {
      throw new WireFault("The client said hello twice.");
    }
    greeted = true;
    if (hello.getProtocol() != Protocol.VERSION) {
      throw new WireFault(
          "This server speaks version "
              + Protocol.VERSION
              + " of the protocol, the client version "
              + hello.getProtocol()
              + "; bring the older of the two up to date.");
    }
    ClientOutlet outlet = new ClientOutlet(channel, zones, batch, reason -> end(channel, reason));
    switch (hello.getAsCase()) {
      case JOIN -> letIn(channel, room.join(joinRequest(hello.getJoin()), outlet));
      case EMBODY -> letIn(channel, room.embody(embodyRequest(hello.getEmbody()), outlet));
      case ASK_INHABITANTS -> tellInhabitants(channel);
      case AS_NOT_SET -> throw new WireFault("The client did not say as whom it comes.");
    }
  }

  private static JoinRequest joinRequest(Join join) throws WireFault {
    if (join.getToken().length() > Protocol.TOKEN_LENGTH_MAX) {
      throw new WireFault("The token of the visitor is too long.");
    }
    try {
      return new JoinRequest(
          join.getName(),
          ValueWire.decode(join.getLooks()),
          join.getToken().isEmpty() ? Optional.empty() : Optional.of(join.getToken()));
    } catch (IllegalArgumentException e) {
      throw new WireFault("The looks are refused: " + e.getMessage() + ".", e);
    }
  }

  private EmbodyRequest embodyRequest(Embody embody) throws WireFault {
    if (hostKey.isPresent() && !same(hostKey.get(), embody.getHostKey())) {
      throw new WireFault("The key for brain hosts is not this server's.");
    }
    if (embody.getNpc() <= 0 || embody.getHost().length() > Protocol.HOST_NAME_LENGTH_MAX) {
      throw new WireFault("The brain host gave no proper name or inhabitant.");
    }
    return new EmbodyRequest(new EntityId(embody.getNpc()), embody.getHost(), embody.getFencing());
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private void letIn(Channel channel, CompletableFuture<Seat> joining) {
    // Runs on the room's thread before the first events are told, so the welcome goes before them.
    var unused =
        joining.whenComplete(
            (mine, refusal) -> {
              if (mine == null) {
                end(channel, refusal == null ? "" : String.valueOf(refusal.getMessage()));
                return;
              }
              seat = mine;
              welcome(channel, mine);
              if (gone) {
                mine.leave();
              }
            });
  }

  private void welcome(Channel channel, Seat mine) {
    int placeBytes = placeParts.stream().mapToInt(part -> part.length).sum();
    send(
        channel,
        ToClient.newBuilder()
            .setWelcome(
                Welcome.newBuilder()
                    .setProtocol(Protocol.VERSION)
                    .setSelf(mine.self().value())
                    .setToken(mine.token().orElse(""))
                    .setFencing(mine.fencing())
                    .setPlaceBytes(placeBytes)));
    for (byte[] part : placeParts) {
      send(
          channel,
          ToClient.newBuilder()
              .setPlacePart(PlacePart.newBuilder().setData(ByteString.copyFrom(part))));
    }
    channel.flush();
  }

  private void tellInhabitants(Channel channel) {
    Inhabitants.Builder all = Inhabitants.newBuilder();
    for (InhabitantInfo one : room.inhabitants()) {
      all.addInhabitants(
          Inhabitant.newBuilder()
              .setId(one.id().value())
              .setKey(one.key())
              .setName(ValueWire.encode(one.name()))
              .setHost(one.host().orElse("")));
    }
    send(channel, ToClient.newBuilder().setInhabitants(all));
    end(channel, "These are the inhabitants.");
  }

  private static void send(Channel channel, ToClient.Builder message) {
    Sending.queue(
        channel, new BinaryWebSocketFrame(Messages.write(channel.alloc(), message.build())));
  }

  /** Ends the connection with a reason for the person at the other side. Any thread. */
  void end(Channel channel, String reason) {
    end(channel, reason, WebSocketCloseStatus.POLICY_VIOLATION);
  }

  private void end(Channel channel, String reason, WebSocketCloseStatus status) {
    if (gone) {
      return;
    }
    gone = true;
    send(channel, ToClient.newBuilder().setBye(Bye.newBuilder().setReason(reason)));
    Sending.sendAndClose(channel, new CloseWebSocketFrame(status, ""));
    leave();
  }

  private void leave() {
    Seat mine = seat;
    if (mine != null) {
      mine.leave();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    gone = true;
    leave();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof WireFault) {
      end(ctx.channel(), String.valueOf(cause.getMessage()));
    } else if (cause instanceof TooLongFrameException) {
      end(
          ctx.channel(),
          "A message is larger than " + Protocol.FRAME_BYTES_MAX / 1024 + " KiB.",
          WebSocketCloseStatus.MESSAGE_TOO_BIG);
    } else if (cause instanceof CorruptedWebSocketFrameException corrupted) {
      boolean tooBig = corrupted.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG);
      end(
          ctx.channel(),
          tooBig
              ? "A message is larger than " + Protocol.FRAME_BYTES_MAX / 1024 + " KiB."
              : "The client does not speak WebSocket as it should.",
          corrupted.closeStatus());
    } else if (cause instanceof CodecException) {
      Sending.close(ctx.channel());
    } else {
      gone = true;
      leave();
      Sending.close(ctx.channel());
    }
  }
}
