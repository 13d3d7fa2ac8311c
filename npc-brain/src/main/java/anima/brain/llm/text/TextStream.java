package anima.brain.llm.text;

import anima.brain.llm.LlmSession;
import anima.brain.llm.Sampler;
import anima.brain.llm.TokenMask;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes a text piece by piece, each pulled by the caller: who stops pulling has cancelled it, and
 * no more than one token is computed in vain. Owned by the thread of its session.
 */
public final class TextStream {
  /** Why a text ended. */
  public enum End {
    /** The model closed it. */
    CLOSED,
    /** It has as many tokens as were asked for. */
    LONG_ENOUGH,
    /** The context of the session is full. */
    CONTEXT_FULL,
    /** The mask allows nothing more. */
    MASKED
  }

  private final LlmSession session;
  private final Sampler sampler;
  private final TokenMask mask;
  private final TextAssembler assembler;
  private float[] logits;
  private int tokensLeft;
  private Optional<End> end = Optional.empty();

  /**
   * Begins a text.
   *
   * @param logits what the session gave for the last token of the prompt
   * @param tokensMax most tokens of the text
   */
  public TextStream(
      LlmSession session,
      float[] logits,
      TextTokenizer tokenizer,
      Sampler sampler,
      TokenMask mask,
      int tokensMax) {
    this.session = session;
    this.logits = logits;
    this.assembler = new TextAssembler(tokenizer);
    this.sampler = sampler;
    this.mask = mask;
    this.tokensLeft = tokensMax;
  }

  /**
   * Computes the next token.
   *
   * @return the text that became whole by it, which may be empty; nothing once the text has ended
   */
  public Optional<String> next() {
    if (end.isPresent()) {
      return Optional.empty();
    }
    if (tokensLeft == 0) {
      return finish(End.LONG_ENOUGH);
    }
    Optional<BitSet> allowed = mask.allowed();
    OptionalInt token =
        allowed.isPresent() ? sampler.pick(logits, allowed.get()) : sampler.pick(logits);
    if (token.isEmpty()) {
      return finish(End.MASKED);
    }
    if (session.config().endTokens().contains(token.getAsInt())) {
      return finish(End.CLOSED);
    }
    if (session.room() == 0) {
      return finish(End.CONTEXT_FULL);
    }
    tokensLeft--;
    mask.accept(token.getAsInt());
    logits = session.decode(token.getAsInt());
    return Optional.of(assembler.take(token.getAsInt()));
  }

  private Optional<String> finish(End why) {
    end = Optional.of(why);
    return Optional.of(assembler.finish());
  }

  /** Why the text has ended; empty while it goes on. */
  public Optional<End> end() {
    return end;
  }
}
