package anima.brain.llm.text;

/**
 * What each token of a vocabulary stands for in a text, as bytes of UTF-8; a token may begin or end
 * inside a character. Immutable; any thread.
 */
public final class TokenBytes {
  private static final byte[] NOTHING = {};

  private final byte[][] bytes;

  private TokenBytes(byte[][] bytes) {
    this.bytes = bytes;
  }

  /**
   * Takes the bytes of all tokens, by id.
   *
   * @param bytes what each token stands for; empty for those that are never part of a text, such as
   *     the one that ends it
   */
  public static TokenBytes of(byte[]... bytes) {
    byte[][] copy = new byte[bytes.length][];
    for (int id = 0; id < bytes.length; id++) {
      copy[id] = bytes[id].length == 0 ? NOTHING : bytes[id].clone();
    }
    return new TokenBytes(copy);
  }

  /** Ids are smaller than this. */
  public int size() {
    return bytes.length;
  }

  /** How many bytes a token has; none for one that is never part of a text. */
  public int length(int id) {
    return bytes[id].length;
  }

  /** One byte of a token, from 0 to 255. */
  public int at(int id, int index) {
    return bytes[id][index] & 0xff;
  }

  /** A copy of the bytes of a token. */
  public byte[] of(int id) {
    return bytes[id].clone();
  }
}
