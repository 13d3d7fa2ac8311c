package anima.brain.llm;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Keys and values of some tokens that followed each other, copied out of a session. It fits behind
 * exactly the tokens that it was taken behind, in any session of the same model. Immutable; any
 * thread. Its memory is freed when nothing refers to it any more.
 */
public final class KvSegment {
  private final int[] tokens;
  private final ByteBuffer memory;

  /** Tokens that the memory holds, of which this segment may be a part. */
  private final int copied;

  private final int skip;

  /** Where in its sequence the first token stood: keys are turned by their position. */
  private final int position;

  KvSegment(int[] tokens, ByteBuffer memory, int copied, int skip, int position) {
    this.tokens = tokens;
    this.memory = memory;
    this.copied = copied;
    this.skip = skip;
    this.position = position;
  }

  /** How many tokens it holds. */
  public int length() {
    return tokens.length;
  }

  /** The token ids; a copy. */
  public int[] tokens() {
    return tokens.clone();
  }

  public int token(int index) {
    return tokens[index];
  }

  /** Index in its sequence of the first token. */
  public int position() {
    return position;
  }

  /** Memory of its tokens. A {@link #slice} shares the memory of the whole until that is gone. */
  public long bytes() {
    return (long) memory.capacity() / copied * tokens.length;
  }

  /** A part of it, sharing its memory. */
  public KvSegment slice(int from, int to) {
    return new KvSegment(
        Arrays.copyOfRange(tokens, from, to), memory, copied, skip + from, position + from);
  }

  void writeTo(KvSlab slab, int slot) {
    slab.write(slot, position, memory, copied, skip, tokens.length);
  }
}
