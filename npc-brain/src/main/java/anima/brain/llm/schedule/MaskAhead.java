package anima.brain.llm.schedule;

import anima.brain.llm.TokenMask;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Keeps a mask off the critical path: what may follow a token depends on that token alone, so it is
 * worked out by another thread while the graph computes the logits. Where only one token may
 * follow, it is forced, and the mask goes on behind it. Owned by the scheduler's thread; the mask
 * itself is handed to and fro and never used by two threads at once.
 */
final class MaskAhead {
  /** Most tokens forced at once; the rest is forced after the next run. */
  static final int FORCED_MAX = 32;

  /**
   * What may come next.
   *
   * @param forced must come first, one after the other
   * @param allowed may come behind those; empty for all
   */
  record Next(List<Integer> forced, Optional<BitSet> allowed) {}

  private static final Next ANYTHING = new Next(List.of(), Optional.empty());

  private final TokenMask mask;
  private final Set<Integer> stopTokens;
  private final Executor worker;
  private CompletableFuture<Next> next;

  /** Begins to work out what may come first. */
  MaskAhead(TokenMask mask, Set<Integer> stopTokens, Executor worker) {
    this.mask = mask;
    this.stopTokens = stopTokens;
    this.worker = worker;
    this.next =
        free()
            ? CompletableFuture.completedFuture(ANYTHING)
            : CompletableFuture.supplyAsync(this::look, worker);
  }

  private boolean free() {
    return mask == TokenMask.ANY;
  }

  /** Waits for what may come next; the mask's own exception when it failed. */
  Next next() {
    try {
      return next.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  /** The forced tokens were taken; what is allowed behind them stays as it is. */
  void force() {
    next = CompletableFuture.completedFuture(new Next(List.of(), next().allowed()));
  }

  /** Waits until nobody uses the mask any more. */
  void awaitIdle() {
    next.handle((unused, failure) -> true).join();
  }

  /** Goes on behind a token that was chosen. */
  void accept(int token) {
    if (!free()) {
      next = CompletableFuture.supplyAsync(() -> lookBehind(token), worker);
    }
  }

  private Next lookBehind(int token) {
    mask.accept(token);
    return look();
  }

  private Next look() {
    List<Integer> forced = new ArrayList<>();
    Optional<BitSet> allowed = mask.allowed();
    while (forced.size() < FORCED_MAX
        && allowed.isPresent()
        && allowed.get().cardinality() == 1
        && !stopTokens.contains(allowed.get().nextSetBit(0))) {
      forced.add(allowed.get().nextSetBit(0));
      mask.accept(allowed.get().nextSetBit(0));
      allowed = mask.allowed();
    }
    return new Next(forced, allowed);
  }
}
