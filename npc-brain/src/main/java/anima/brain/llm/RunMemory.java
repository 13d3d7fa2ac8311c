package anima.brain.llm;

import anima.brain.llm.engine.NativeMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * The native memory of a session's runs, by tensor: it grows with the largest run and is used again
 * by the next, since runs of a session follow each other. Owned by the thread of its session.
 */
final class RunMemory {
  private final Map<String, ByteBuffer> buffers = new HashMap<>();

  /** The first bytes of a tensor's memory; what they hold is left from the last run. */
  ByteBuffer take(String tensor, long bytes) {
    ByteBuffer buffer = buffers.get(tensor);
    if (buffer == null || buffer.capacity() < bytes) {
      buffer = NativeMemory.bytes(bytes);
      buffers.put(tensor, buffer);
    }
    return buffer.slice(0, Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
  }
}
