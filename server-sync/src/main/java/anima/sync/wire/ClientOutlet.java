package anima.sync.wire;

import anima.sync.room.Outlet;
import anima.sync.wire.proto.Happened;
import anima.sync.wire.proto.ToClient;
import anima.world.EntityId;
import anima.world.WorldEvent;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Turns what one client's body perceived into frames. A client that reads slowly gets no positions
 * for a while, then the newest of each body it missed; words and deeds are never dropped: if too
 * many of them wait, the connection ends. Owned by the room's thread, but for the count of frames.
 */
final class ClientOutlet implements Outlet {
  /** With more frames than this on their way, positions wait. */
  static final int POSITION_FRAMES_UNSENT_MAX = 8;

  /** With more frames than this on their way, the client is too slow to stay. */
  static final int FRAMES_UNSENT_MAX = 256;

  private final Channel channel;
  private final ZoneCache zones;
  private final TickBatch batch;
  private final EventEncoder encoder = new EventEncoder();
  private final AtomicInteger unsentFrames = new AtomicInteger();
  private final Map<EntityId, WorldEvent.Moved> owed = new LinkedHashMap<>();
  private final Consumer<String> end;
  private long toldAcknowledged;

  /**
   * @param end ends the connection with a reason; any thread
   */
  ClientOutlet(Channel channel, ZoneCache zones, TickBatch batch, Consumer<String> end) {
    this.channel = channel;
    this.zones = zones;
    this.batch = batch;
    this.end = end;
  }

  @Override
  public boolean perceived(List<WorldEvent> events, long acknowledged) {
    List<WorldEvent> reliable = new ArrayList<>();
    List<WorldEvent.Moved> moved = new ArrayList<>();
    for (WorldEvent event : events) {
      if (event instanceof WorldEvent.Moved m) {
        moved.add(m);
      } else {
        reliable.add(event);
        if (event instanceof WorldEvent.Vanished vanished) {
          owed.remove(vanished.entity());
        }
      }
    }
    sendReliable(reliable, acknowledged);
    sendPositions(moved);
    return unsentFrames.get() <= FRAMES_UNSENT_MAX;
  }

  private void sendReliable(List<WorldEvent> events, long acknowledged) {
    if (events.isEmpty() && acknowledged == toldAcknowledged) {
      return;
    }
    toldAcknowledged = acknowledged;
    int from = 0;
    do {
      int to = Math.min(events.size(), from + Protocol.EVENTS_PER_MESSAGE_MAX);
      Happened.Builder happened = Happened.newBuilder().setAcknowledged(acknowledged);
      events.subList(from, to).forEach(event -> happened.addEvents(encoder.encode(event)));
      send(Messages.write(channel.alloc(), ToClient.newBuilder().setHappened(happened).build()));
      from = to;
    } while (from < events.size());
  }

  private void sendPositions(List<WorldEvent.Moved> moved) {
    if (moved.isEmpty() && owed.isEmpty()) {
      return;
    }
    if (unsentFrames.get() > POSITION_FRAMES_UNSENT_MAX) {
      moved.forEach(m -> owed.put(m.entity(), m));
      return;
    }
    Set<Zone> seen = new TreeSet<>();
    long tick = 0;
    for (WorldEvent.Moved m : moved) {
      seen.add(Zone.of(m.body().position()));
      owed.remove(m.entity());
      tick = Math.max(tick, m.tick());
    }
    List<byte[]> blocks = new ArrayList<>();
    seen.forEach(zone -> blocks.add(zones.zone(zone)));
    for (WorldEvent.Moved m : owed.values()) {
      blocks.add(ZoneCache.encode(Zone.of(m.body().position()), List.of(m)));
      tick = Math.max(tick, m.tick());
    }
    owed.clear();
    sendBlocks(tick, blocks);
  }

  private void sendBlocks(long tick, List<byte[]> blocks) {
    ByteBuf frame = head(tick);
    for (byte[] block : blocks) {
      if (frame.readableBytes() + block.length > Protocol.FRAME_BYTES_MAX) {
        send(frame);
        frame = head(tick);
      }
      frame.writeBytes(block);
    }
    send(frame);
  }

  private ByteBuf head(long tick) {
    ByteBuf frame = channel.alloc().buffer();
    ZoneFrame.writeHead(frame, tick);
    return frame;
  }

  private void send(ByteBuf frame) {
    unsentFrames.incrementAndGet();
    batch.add(channel, frame, unsentFrames::decrementAndGet);
  }

  @Override
  public void ended(String reason) {
    end.accept(reason);
  }
}
