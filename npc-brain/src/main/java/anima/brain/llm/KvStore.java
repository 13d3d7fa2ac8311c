package anima.brain.llm;

import java.nio.ByteBuffer;

/**
 * Keys and values of all sequences of a model. A sequence lives in one slot, which is owned by the
 * thread of its session; different slots may be used at the same time.
 *
 * @see KvSlab in the machine's memory
 * @see DeviceKv in the memory of a graphics card
 */
interface KvStore extends AutoCloseable {
  /** Bytes that one token takes in what {@link #read} gives. */
  int tokenBytes();

  /** Bytes that so many tokens take there in one head of one tensor. */
  int rowsBytes(int tokens);

  /** Whether neighbouring slots can be bound as one batch. */
  boolean joinsSlots();

  /** The tensors of neighbouring slots; of one slot where slots cannot be joined. */
  KvView view(SlotRange range);

  /** Copies the first tokens of one slot to another. */
  void copy(int from, int to, int tokens);

  /** Copies tokens out: for each tensor and head the rows of the tokens, behind each other. */
  ByteBuffer read(int slot, int from, int to);

  /**
   * Copies tokens in.
   *
   * @param copy what {@link #read} gave for {@code copied} tokens
   * @param skip how many of them to leave out at the beginning
   * @param count how many of them to take
   * @param position where the first taken one goes in the slot
   */
  void write(int slot, int position, ByteBuffer copy, int copied, int skip, int count);

  @Override
  void close();
}
