package anima.brain.llm.schedule;

import anima.brain.llm.LlmSession;
import anima.brain.llm.Sampler;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One text on its way: the tokens that are known, of which the session has computed the first ones.
 * A prompt to be read, tokens that a grammar forces, and a text that lost its slot and takes it up
 * again are the same thing: known tokens not yet computed. Owned by the scheduler's thread, but for
 * the final fields, which its line reads too.
 */
final class Sequence {
  /** Waiting this long raises a request by one rank. */
  static final long AGING_NANOS = TimeUnit.SECONDS.toNanos(5);

  final GenerateRequest request;
  final Generation generation = new Generation();

  /** Place among all requests, by arrival. */
  final long number;

  final long askedNanos;
  final TokenText text;
  private final int contextTokens;
  private final Sampler sampler;
  private @Nullable MaskAhead mask;
  private @Nullable LlmSession session;
  private Optional<StopReason> ended = Optional.empty();
  private long linedUpNanos;
  private long heldRank;
  private int yields;
  final DraftLength draftLength;
  int cachedTokens;
  int draftedTokens;
  int acceptedTokens;

  /** Steps in which it had a slot but took no part. */
  int stepsAside;

  private long startedNanos;
  private long firstTokenNanos;

  Sequence(
      GenerateRequest request, long number, long askedNanos, int contextTokens, RunCosts costs) {
    this.request = request;
    this.number = number;
    this.askedNanos = askedNanos;
    this.linedUpNanos = askedNanos;
    this.contextTokens = contextTokens;
    this.text = new TokenText(request.prompt());
    this.draftLength = new DraftLength(costs);
    this.sampler = new Sampler(request.sampling(), new Random(request.seed()));
  }

  /** Rank with the time in line taken into account; smaller goes first. */
  long agedRank(long nowNanos) {
    return Math.max(0, request.rank().place() - (nowNanos - linedUpNanos) / AGING_NANOS);
  }

  /** The rank by which it holds its slot: that with which it got it. */
  long heldRank() {
    return heldRank;
  }

  /** Gets a slot, for the first time or again. */
  void start(LlmSession slot, Executor maskWorker, long nowNanos) {
    session = slot;
    heldRank = agedRank(nowNanos);
    stepsAside = 0;
    if (mask == null) {
      mask = new MaskAhead(request.mask(), request.stopTokens(), maskWorker);
      startedNanos = nowNanos;
    }
  }

  /** Gives the slot back; whoever calls it closes the session. */
  Optional<LlmSession> leave() {
    Optional<LlmSession> left = Optional.ofNullable(session);
    session = null;
    return left;
  }

  LlmSession session() {
    if (session == null) {
      throw new IllegalStateException("text " + number + " has no slot");
    }
    return session;
  }

  boolean started() {
    return mask != null;
  }

  /** Tokens known but not computed. */
  int behind() {
    return text.size() - session().position();
  }

  int written() {
    return text.size() - request.promptTokens();
  }

  /** Restores what is known of its beginning; at the last moment, when it is its turn to read. */
  void restoreFrom(PrefixCache prefixes) {
    if (session().position() == 0) {
      int restored = prefixes.restore(session(), text.range(0, text.size()));
      cachedTokens = Math.max(cachedTokens, Math.min(restored, request.promptTokens()));
    }
  }

  /** How many more tokens it may have. */
  int writable() {
    return Math.min(request.tokensMax() - written(), contextTokens + 1 - text.size());
  }

  void gaveWay(long nowNanos) {
    yields++;
    linedUpNanos = nowNanos;
  }

  int yields() {
    return yields;
  }

  Optional<StopReason> ended() {
    return ended;
  }

  /**
   * Goes on by one token or by those that are forced, or ends.
   *
   * @param logits of what follows the last known token
   */
  void advance(float[] logits, long nowNanos) {
    if (mask == null) {
      throw new IllegalStateException("text " + number + " has not begun");
    }
    MaskAhead.Next next = mask.next();
    if (!next.forced().isEmpty()) {
      mask.force();
      for (int token : next.forced()) {
        append(token, nowNanos);
      }
      return;
    }
    OptionalInt token = pick(logits, next.allowed());
    if (token.isEmpty()) {
      ended = Optional.of(StopReason.MASKED);
    } else if (request.stopTokens().contains(token.getAsInt())) {
      ended = Optional.of(StopReason.STOP_TOKEN);
    } else {
      // Before anything else: the mask is worked out meanwhile.
      mask.accept(token.getAsInt());
      append(token.getAsInt(), nowNanos);
    }
  }

  private OptionalInt pick(float[] logits, Optional<BitSet> allowed) {
    return allowed.isPresent() ? sampler.pick(logits, allowed.get()) : sampler.pick(logits);
  }

  private void append(int token, long nowNanos) {
    if (ended.isPresent()) {
      return;
    }
    if (written() == 0) {
      firstTokenNanos = nowNanos;
    }
    text.add(token);
    request.listener().token(token);
    if (written() == request.tokensMax()) {
      ended = Optional.of(StopReason.LONG_ENOUGH);
    } else if (text.size() > contextTokens) {
      ended = Optional.of(StopReason.CONTEXT_FULL);
    }
  }

  /** Tells the asker. */
  void settle(StopReason reason, Optional<String> failure, long nowNanos) {
    ended = Optional.of(reason);
    if (mask != null) {
      mask.awaitIdle();
    }
    GenerateFigures figures =
        new GenerateFigures(
            request.promptTokens(),
            cachedTokens,
            draftedTokens,
            acceptedTokens,
            millis(started() ? startedNanos : nowNanos),
            written() == 0 ? 0 : millis(firstTokenNanos),
            millis(nowNanos));
    int[] written = text.range(request.promptTokens(), text.size());
    generation.settle(new Generated(written, reason, failure, figures));
  }

  private double millis(long untilNanos) {
    return (untilNanos - askedNanos) / 1e6;
  }
}
