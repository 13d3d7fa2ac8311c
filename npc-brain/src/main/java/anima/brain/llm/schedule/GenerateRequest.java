package anima.brain.llm.schedule;

import anima.brain.llm.SamplerOptions;
import anima.brain.llm.TokenMask;
import java.util.Set;

/** A wish for the continuation of a prompt. Immutable but for its mask. */
public final class GenerateRequest {
  private final int[] prompt;
  private final int tokensMax;
  private final Set<Integer> stopTokens;
  private final SamplerOptions sampling;
  private final long seed;
  private final TokenMask mask;
  private final Rank rank;
  private final TokenListener listener;

  /**
   * A wish in all its parts.
   *
   * @param prompt token ids, at least one; what begins like an earlier text is not computed again
   * @param tokensMax most tokens of the continuation, at least one
   * @param stopTokens end the text and are not part of it; usually the end tokens of the model
   * @param seed of the choice among likely tokens
   * @param mask holds the text to a grammar; used by one thread of the scheduler at a time, and by
   *     nobody else until the text has ended
   * @param listener hears the tokens as they come
   */
  public GenerateRequest(
      int[] prompt,
      int tokensMax,
      Set<Integer> stopTokens,
      SamplerOptions sampling,
      long seed,
      TokenMask mask,
      Rank rank,
      TokenListener listener) {
    if (prompt.length == 0) {
      throw new IllegalArgumentException("a prompt needs at least one token");
    }
    if (tokensMax < 1) {
      throw new IllegalArgumentException("tokensMax must be 1 or more: " + tokensMax);
    }
    this.prompt = prompt.clone();
    this.tokensMax = tokensMax;
    this.stopTokens = Set.copyOf(stopTokens);
    this.sampling = sampling;
    this.seed = seed;
    this.mask = mask;
    this.rank = rank;
    this.listener = listener;
  }

  /** The likeliest continuation, without a mask, for which nobody waits. */
  public static GenerateRequest of(int[] prompt, int tokensMax, Set<Integer> stopTokens) {
    return new GenerateRequest(
        prompt,
        tokensMax,
        stopTokens,
        SamplerOptions.GREEDY,
        0,
        TokenMask.ANY,
        Rank.BACKGROUND,
        TokenListener.NONE);
  }

  public GenerateRequest withSampling(SamplerOptions options, long newSeed) {
    return new GenerateRequest(
        prompt, tokensMax, stopTokens, options, newSeed, mask, rank, listener);
  }

  public GenerateRequest withMask(TokenMask newMask) {
    return new GenerateRequest(
        prompt, tokensMax, stopTokens, sampling, seed, newMask, rank, listener);
  }

  public GenerateRequest withRank(Rank newRank) {
    return new GenerateRequest(
        prompt, tokensMax, stopTokens, sampling, seed, mask, newRank, listener);
  }

  public GenerateRequest withListener(TokenListener newListener) {
    return new GenerateRequest(
        prompt, tokensMax, stopTokens, sampling, seed, mask, rank, newListener);
  }

  /** The token ids; a copy. */
  public int[] prompt() {
    return prompt.clone();
  }

  public int promptTokens() {
    return prompt.length;
  }

  public int tokensMax() {
    return tokensMax;
  }

  public Set<Integer> stopTokens() {
    return stopTokens;
  }

  public SamplerOptions sampling() {
    return sampling;
  }

  public long seed() {
    return seed;
  }

  public TokenMask mask() {
    return mask;
  }

  public Rank rank() {
    return rank;
  }

  public TokenListener listener() {
    return listener;
  }
}
