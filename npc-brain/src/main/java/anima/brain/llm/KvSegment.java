package anima.brain.llm;

import anima.brain.llm.engine.NativeMemory;
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

  /** Memory of one token in one head of one tensor. */
  private final int rowBytes;

  /** Where in its sequence the first token stood: keys are turned by their position. */
  private final int position;

  KvSegment(int[] tokens, ByteBuffer memory, int copied, int skip, int position, int rowBytes) {
    this.tokens = tokens;
    this.memory = memory;
    this.copied = copied;
    this.skip = skip;
    this.position = position;
    this.rowBytes = rowBytes;
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
        Arrays.copyOfRange(tokens, from, to),
        memory,
        copied,
        skip + from,
        position + from,
        rowBytes);
  }

  /** The same in memory of its own, so that nothing of what it was cut from is held any longer. */
  public KvSegment compact() {
    if (length() == copied) {
      return this;
    }
    ByteBuffer own = NativeMemory.bytes(bytes());
    int ownBytes = length() * rowBytes;
    int end = 0;
    for (int at = skip * rowBytes; at < memory.capacity(); at += copied * rowBytes) {
      own.put(end, memory, at, ownBytes);
      end += ownBytes;
    }
    return new KvSegment(tokens, own, length(), 0, position, rowBytes);
  }

  void writeTo(KvStore store, int slot) {
    store.write(slot, position, memory, copied, skip, tokens.length);
  }
}
