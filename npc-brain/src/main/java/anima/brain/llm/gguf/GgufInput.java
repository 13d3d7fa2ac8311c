package anima.brain.llm.gguf;

import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads the head of a GGUF file value by value. Each length is compared with what the file still
 * has before anything of that size is made. Owned by one thread.
 */
final class GgufInput {
  private final Path file;
  private final ByteBuffer bytes;

  /**
   * Reads from the buffer's position to its limit.
   *
   * @param bytes little-endian
   */
  GgufInput(Path file, ByteBuffer bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  int position() {
    return bytes.position();
  }

  int one() throws ModelException {
    need(1);
    return bytes.get();
  }

  int two() throws ModelException {
    need(Short.BYTES);
    return bytes.getShort();
  }

  int integer() throws ModelException {
    need(Integer.BYTES);
    return bytes.getInt();
  }

  long unsigned() throws ModelException {
    return Integer.toUnsignedLong(integer());
  }

  long whole() throws ModelException {
    need(Long.BYTES);
    return bytes.getLong();
  }

  float number() throws ModelException {
    return Float.intBitsToFloat(integer());
  }

  double wideNumber() throws ModelException {
    return Double.longBitsToDouble(whole());
  }

  /**
   * Reads a count of 64 bits.
   *
   * @param what named in the error, such as "tensors"
   */
  int count(String what, int max) throws ModelException {
    long count = whole();
    if (count < 0 || count > max) {
      throw damaged(
          "it claims %s %s, the most is %d".formatted(Long.toUnsignedString(count), what, max));
    }
    return (int) count;
  }

  /**
   * Reads a text in UTF-8.
   *
   * @param what named in the error, such as "a key"
   */
  String text(String what, int bytesMax) throws ModelException {
    long length = whole();
    if (length < 0 || length > bytesMax) {
      throw damaged(
          "%s claims %s bytes, the most is %d"
              .formatted(what, Long.toUnsignedString(length), bytesMax));
    }
    need(length);
    ByteBuffer utf8 = bytes.slice(bytes.position(), (int) length);
    skip(length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException e) {
      throw damaged(what + " is not UTF-8");
    }
  }

  /** The bytes from a position to this one; shared, not copied. */
  ByteBuffer since(int begin) {
    return bytes.slice(begin, bytes.position() - begin).order(bytes.order());
  }

  void skip(long count) throws ModelException {
    need(count);
    bytes.position(bytes.position() + (int) count);
  }

  private void need(long count) throws ModelException {
    if (count > bytes.remaining()) {
      throw damaged(
          "it needs %d bytes at byte %d and %d are left"
              .formatted(count, bytes.position(), bytes.remaining()));
    }
  }

  ModelException damaged(String what) {
    return new ModelException(ModelFault.HEADER, file, what);
  }
}
