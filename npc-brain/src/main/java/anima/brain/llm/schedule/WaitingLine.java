package anima.brain.llm.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Texts that wait for a slot, at most so many. The most urgent goes first, equals as they came;
 * waiting raises everyone's rank, so that nobody waits for ever. Any thread. Guarded by itself.
 */
final class WaitingLine {
  private final int waitingMax;
  private final List<Sequence> waiting = new ArrayList<>();
  private boolean closed;

  WaitingLine(int waitingMax) {
    this.waitingMax = waitingMax;
  }

  /**
   * Lines up.
   *
   * @return who must go for it, which may be itself; the caller tells them
   */
  synchronized Optional<Sequence> join(Sequence sequence) {
    if (closed) {
      return Optional.of(sequence);
    }
    Optional<Sequence> victim = Optional.empty();
    if (waiting.size() >= waitingMax) {
      victim = Optional.of(leastUrgentBehind(sequence).orElse(sequence));
      waiting.remove(victim.get());
    }
    if (victim.isEmpty() || victim.get() != sequence) {
      waiting.add(sequence);
      notifyAll();
    }
    return victim;
  }

  /** The newest of the least urgent ones. */
  private Optional<Sequence> leastUrgentBehind(Sequence sequence) {
    return waiting.stream()
        .filter(other -> other.request.rank().compareTo(sequence.request.rank()) > 0)
        .max(
            Comparator.comparing((Sequence other) -> other.request.rank())
                .thenComparingLong(other -> other.number));
  }

  /** Takes back a text that gave its slot away; there is always room for those. */
  synchronized void rejoin(Sequence sequence) {
    waiting.add(sequence);
  }

  /** Who gets the next free slot: the most urgent, with the time waited taken into account. */
  synchronized Optional<Sequence> first(long nowNanos) {
    return waiting.stream()
        .min(
            Comparator.comparingLong((Sequence sequence) -> sequence.agedRank(nowNanos))
                .thenComparingLong(sequence -> sequence.number));
  }

  /** Who may claim the slot of another: the most urgent by rank alone. */
  synchronized Optional<Sequence> mostUrgent() {
    return waiting.stream()
        .min(
            Comparator.comparing((Sequence sequence) -> sequence.request.rank())
                .thenComparingLong(sequence -> sequence.number));
  }

  synchronized void remove(Sequence sequence) {
    waiting.remove(sequence);
  }

  /** Takes out all whose askers have gone. */
  synchronized List<Sequence> takeUnwanted() {
    List<Sequence> gone =
        waiting.stream().filter(sequence -> sequence.generation.unwanted()).toList();
    waiting.removeAll(gone);
    return gone;
  }

  synchronized List<Sequence> takeAll() {
    List<Sequence> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }

  /** Waits until somebody waits or the line is closed, unless there is something to do anyway. */
  synchronized void awaitUnless(BooleanSupplier busy) throws InterruptedException {
    while (waiting.isEmpty() && !closed && !busy.getAsBoolean()) {
      wait();
    }
  }

  synchronized boolean closed() {
    return closed;
  }

  /** Lets nobody in any more. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
