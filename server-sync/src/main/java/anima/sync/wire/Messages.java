package anima.sync.wire;

import anima.sync.wire.proto.ToClient;
import anima.sync.wire.proto.ToServer;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;

/** One byte of kind, then a protobuf message: how messages lie in a WebSocket frame. */
final class Messages {
  private Messages() {}

  /** A new buffer that the caller owns. */
  static ByteBuf write(ByteBufAllocator allocator, MessageLite message) {
    byte[] bytes = message.toByteArray();
    return allocator.buffer(1 + bytes.length).writeByte(Protocol.KIND_MESSAGE).writeBytes(bytes);
  }

  /** Reads a whole frame of a client. */
  static ToServer readToServer(ByteBuf frame) throws WireFault {
    if (!frame.isReadable() || frame.readByte() != Protocol.KIND_MESSAGE) {
      throw new WireFault("A message is of no known kind.");
    }
    try {
      return ToServer.parseFrom(rest(frame));
    } catch (InvalidProtocolBufferException e) {
      throw new WireFault("A message is not in Anima's format.", e);
    }
  }

  /** Reads what follows the kind byte of a server's message. */
  static ToClient readToClient(ByteBuf afterKind) throws WireFault {
    try {
      return ToClient.parseFrom(rest(afterKind));
    } catch (InvalidProtocolBufferException e) {
      throw new WireFault("The server sent a message that is not in Anima's format.", e);
    }
  }

  private static ByteBuffer rest(ByteBuf buf) {
    return buf.nioBuffer();
  }
}
