package anima.brain.llm;

import java.util.BitSet;
import java.util.OptionalInt;

/**
 * Which slots of the slab are in use. A slot that nobody uses may be borrowed for one run, to fill
 * a hole between two sequences; whoever wants it waits for the end of that run. Any thread.
 */
final class Slots {
  private final int count;

  /** Guarded by this. */
  private final BitSet taken = new BitSet();

  /** Guarded by this. */
  private final BitSet borrowed = new BitSet();

  Slots(int count) {
    this.count = count;
  }

  int count() {
    return count;
  }

  /** Takes the lowest free slot; empty when there is none. */
  synchronized OptionalInt take() {
    int slot = taken.nextClearBit(0);
    if (slot >= count) {
      return OptionalInt.empty();
    }
    taken.set(slot);
    boolean interrupted = false;
    while (borrowed.get(slot)) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return OptionalInt.of(slot);
  }

  synchronized void give(int slot) {
    taken.clear(slot);
  }

  /** Borrows the slots from {@code begin} to {@code end}; false when one of them is in use. */
  synchronized boolean borrow(int begin, int end) {
    int used = taken.nextSetBit(begin);
    int lent = borrowed.nextSetBit(begin);
    if ((used >= 0 && used < end) || (lent >= 0 && lent < end)) {
      return false;
    }
    borrowed.set(begin, end);
    return true;
  }

  synchronized void giveBack(int begin, int end) {
    borrowed.clear(begin, end);
    notifyAll();
  }
}
