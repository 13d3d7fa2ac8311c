package anima.sync.wire;

import anima.sync.room.EventQueue;
import anima.sync.room.Outlet;
import anima.sync.wire.proto.Beat;
import anima.sync.wire.proto.Happened;
import anima.sync.wire.proto.Submit;
import anima.sync.wire.proto.ToServer;
import anima.world.Action;
import anima.world.EntityId;
import anima.world.Session;
import anima.world.WorldEvent;
import anima.world.place.Place;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A session over the network. Positions of bodies out of sight, which share a zone with those in
 * sight, are dropped here: a mind is told no more than over loopback.
 */
public final class NetworkSession implements Session {
  /** Actions on their way; with more the server is taken for lost. */
  static final int SUBMITS_UNSENT_MAX = 1_024;

  private final Channel channel;
  private final EntityId self;
  private final Optional<String> token;
  private final long fencing;
  private final Place place;
  private final EventQueue events = new EventQueue();
  private final AtomicInteger unsent = new AtomicInteger();

  /** Bodies in sight. Owned by the channel's event loop. */
  private final Set<EntityId> seen = new HashSet<>();

  /** Guarded by this. */
  private long lastSequence;

  private volatile long acknowledged;
  private volatile boolean drained;

  NetworkSession(
      Channel channel, EntityId self, Optional<String> token, long fencing, Place place) {
    this.channel = channel;
    this.self = self;
    this.token = token;
    this.fencing = fencing;
    this.place = place;
  }

  @Override
  public EntityId self() {
    return self;
  }

  @Override
  public Place place() {
    return place;
  }

  /** What a visitor shows at the next visit to be the same again; empty for a brain host. */
  public Optional<String> token() {
    return token;
  }

  /** The token of a brain host's lease; 0 for a visitor. */
  public long fencing() {
    return fencing;
  }

  @Override
  public long submit(Action action) {
    ToServer message =
        ToServer.newBuilder()
            .setSubmit(Submit.newBuilder().setAction(ActionWire.encode(action)))
            .build();
    if (unsent.incrementAndGet() > SUBMITS_UNSENT_MAX) {
      end("The connection was closed: the server takes no more actions.");
      Sending.close(channel);
    }
    // The number of an action is its place in the stream, so both are given out together.
    synchronized (this) {
      ChannelFuture unused = send(message).addListener(done -> unsent.decrementAndGet());
      return ++lastSequence;
    }
  }

  private ChannelFuture send(ToServer message) {
    return channel.writeAndFlush(
        new BinaryWebSocketFrame(Messages.write(channel.alloc(), message)));
  }

  @Override
  public List<WorldEvent> drain() {
    drained = true;
    return events.drain();
  }

  @Override
  public long acknowledged() {
    return acknowledged;
  }

  @Override
  public Optional<String> ended() {
    return events.endReason();
  }

  @Override
  public void close() {
    end("The session was closed.");
    Sending.sendAndClose(channel, new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE));
  }

  void end(String reason) {
    events.ended(reason);
  }

  /** Shows the server that the application lives, if it does. On the event loop. */
  void beat() {
    if (drained) {
      drained = false;
      var unused = send(ToServer.newBuilder().setBeat(Beat.getDefaultInstance()).build());
    } else {
      Sending.send(channel, new PingWebSocketFrame());
    }
  }

  /** On the event loop. */
  void happened(Happened happened) throws WireFault {
    List<WorldEvent> perceived = new ArrayList<>(happened.getEventsCount());
    for (var message : happened.getEventsList()) {
      WorldEvent event = EventDecoder.decode(message);
      if (event instanceof WorldEvent.Appeared appeared) {
        seen.add(appeared.view().id());
      } else if (event instanceof WorldEvent.Vanished vanished) {
        seen.remove(vanished.entity());
      }
      perceived.add(event);
    }
    acknowledged = Math.max(acknowledged, happened.getAcknowledged());
    tell(perceived);
  }

  private void tell(List<WorldEvent> perceived) {
    if (!events.perceived(perceived, acknowledged)) {
      end(Outlet.TOO_SLOW);
      Sending.close(channel);
    }
  }

  /** On the event loop. */
  void moved(List<WorldEvent.Moved> moved) {
    List<WorldEvent> perceived = new ArrayList<>(moved.size());
    for (WorldEvent.Moved one : moved) {
      if (one.entity().equals(self) || seen.contains(one.entity())) {
        perceived.add(one);
      }
    }
    tell(perceived);
  }
}
