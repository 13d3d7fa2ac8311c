package anima.brain.llm.gguf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The primitive values of a GGUF file, little-endian. Owned by one thread. */
final class GgufOutput {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  GgufOutput one(int value) {
    out.write(value);
    return this;
  }

  GgufOutput integer(int value) {
    return one(value).one(value >> 8).one(value >> 16).one(value >> 24);
  }

  GgufOutput whole(long value) {
    return integer((int) value).integer((int) (value >> 32));
  }

  GgufOutput number(float value) {
    return integer(Float.floatToIntBits(value));
  }

  GgufOutput text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return whole(utf8.length).bytes(utf8);
  }

  GgufOutput bytes(byte[] values) {
    out.writeBytes(values);
    return this;
  }

  int size() {
    return out.size();
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
