package anima.brain.llm.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Memory that Java and the native runtime share: direct buffers in the machine's byte order. */
public final class NativeMemory {
  private NativeMemory() {}

  public static ByteBuffer bytes(long count) {
    return ByteBuffer.allocateDirect(Math.toIntExact(count)).order(ByteOrder.nativeOrder());
  }

  public static ByteBuffer floats(float... values) {
    ByteBuffer buffer = bytes((long) Float.BYTES * values.length);
    buffer.asFloatBuffer().put(values);
    return buffer;
  }

  /** So many bytes of one value. */
  public static ByteBuffer filled(int count, int value) {
    ByteBuffer buffer = bytes(count);
    for (int i = 0; i < count; i++) {
      buffer.put(i, (byte) value);
    }
    return buffer;
  }
}
