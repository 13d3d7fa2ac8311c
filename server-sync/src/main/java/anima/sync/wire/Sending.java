package anima.sync.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/**
 * Sends and closes without waiting. A failure needs no answer here: it closes the channel, and that
 * is told to the channel's handler.
 */
final class Sending {
  private Sending() {}

  static void send(Channel channel, WebSocketFrame frame) {
    ChannelFuture unused = channel.writeAndFlush(frame);
  }

  /** Sends with the next flush. */
  static void queue(Channel channel, WebSocketFrame frame) {
    ChannelFuture unused = channel.write(frame);
  }

  static void sendAndClose(Channel channel, WebSocketFrame frame) {
    ChannelFuture unused = channel.writeAndFlush(frame).addListener(ChannelFutureListener.CLOSE);
  }

  static void close(Channel channel) {
    ChannelFuture unused = channel.close();
  }
}
