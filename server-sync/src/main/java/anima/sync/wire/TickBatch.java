package anima.sync.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

/**
 * What one tick sends, gathered by event loop: one task a loop and one flush a client, however many
 * messages. Owned by the room's thread.
 */
final class TickBatch {
  private final Map<EventLoop, List<Outgoing>> byLoop = new HashMap<>();

  /** A frame for a client; {@code sent} runs when it has left or is lost. */
  private record Outgoing(Channel channel, ByteBuf frame, Runnable sent) {}

  void add(Channel channel, ByteBuf frame, Runnable sent) {
    byLoop
        .computeIfAbsent(channel.eventLoop(), loop -> new ArrayList<>())
        .add(new Outgoing(channel, frame, sent));
  }

  void send() {
    byLoop.forEach(
        (loop, outgoing) -> {
          try {
            loop.execute(() -> write(outgoing));
          } catch (RejectedExecutionException e) {
            // The server is closing: its connections are gone with their loop.
            outgoing.forEach(one -> one.frame().release());
          }
        });
    byLoop.clear();
  }

  private static void write(List<Outgoing> outgoing) {
    for (Outgoing one : outgoing) {
      ChannelFuture written = one.channel().write(new BinaryWebSocketFrame(one.frame()));
      ChannelFuture unused = written.addListener(done -> one.sent().run());
    }
    for (Outgoing one : outgoing) {
      one.channel().flush();
    }
  }
}
