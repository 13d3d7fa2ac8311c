package anima.brain.bench.report;

import anima.brain.bench.stack.StackRequest;

/** What is measured of a stack, the most important first, should time run out. */
public enum Measure {
  /** One character speaks; tokens a second. */
  DECODE(1),
  /** A prompt of 128 tokens; tokens a second. */
  PREFILL_128(0),
  /** Sixteen at once; tokens a second of all together. */
  DECODE_16(16),
  /** A prompt of 512 tokens; tokens a second. */
  PREFILL_512(0),
  /** First token behind 480 remembered and 32 new tokens; tokens of the whole prompt a second. */
  WARM(0),
  /** Four at once; tokens a second of all together. */
  DECODE_4(4),
  /** One character speaks while frames are drawn; tokens a second. */
  LOADED(1);

  /** Tokens of each sequence before it is continued. */
  public static final int DECODE_CONTEXT = 64;

  /** Tokens of the prompt of {@link #WARM} in all, the same as of {@link #PREFILL_512}. */
  public static final int PROMPT_TOKENS = 512;

  /** Tokens of {@link #WARM} that are new: a sentence. */
  public static final int NEW_TOKENS = 32;

  private static final int SHORT_PROMPT_TOKENS = 128;

  /** Sequences at once, 0 when it is no decoding. */
  public final int characters;

  Measure(int characters) {
    this.characters = characters;
  }

  /** What the stack is asked for. */
  public StackRequest request(int steps) {
    return switch (this) {
      case DECODE, DECODE_4, DECODE_16, LOADED ->
          StackRequest.decode(characters, DECODE_CONTEXT, steps(steps));
      case PREFILL_128 -> StackRequest.prefill(SHORT_PROMPT_TOKENS);
      case PREFILL_512 -> StackRequest.prefill(PROMPT_TOKENS);
      case WARM -> StackRequest.warm(PROMPT_TOKENS - NEW_TOKENS, NEW_TOKENS);
    };
  }

  /** Many characters make as many tokens in fewer steps. */
  private int steps(int single) {
    return switch (characters) {
      case 4 -> single / 2;
      case 16 -> single / 4;
      default -> single;
    };
  }

  /** Tokens that {@link #request} accounts for. */
  public int tokens(int steps) {
    return switch (this) {
      case DECODE, DECODE_4, DECODE_16, LOADED -> characters * steps(steps);
      case PREFILL_128 -> SHORT_PROMPT_TOKENS;
      case PREFILL_512, WARM -> PROMPT_TOKENS;
    };
  }
}
