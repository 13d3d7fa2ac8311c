package anima.brain.llm.schedule;

import java.util.Optional;

/** What was written. Immutable. */
public final class Generated {
  private final int[] tokens;
  private final StopReason stopReason;
  private final Optional<String> failure;
  private final GenerateFigures figures;

  Generated(
      int[] tokens, StopReason stopReason, Optional<String> failure, GenerateFigures figures) {
    this.tokens = tokens.clone();
    this.stopReason = stopReason;
    this.failure = failure;
    this.figures = figures;
  }

  /** The continuation, without the stop token; what there was when it ended early. A copy. */
  public int[] tokens() {
    return tokens.clone();
  }

  public StopReason stopReason() {
    return stopReason;
  }

  /** One sentence when the text is not what was asked for. */
  public Optional<String> failure() {
    return failure;
  }

  /** What it cost. */
  public GenerateFigures figures() {
    return figures;
  }

  /** Tokens of the prompt that were restored instead of computed. */
  public int cachedTokens() {
    return figures.cachedTokens();
  }

  /** From asking to the first token; 0 when there was none. */
  public double firstTokenMillis() {
    return figures.firstTokenMillis();
  }
}
