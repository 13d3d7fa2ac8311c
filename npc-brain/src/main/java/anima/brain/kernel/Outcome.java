package anima.brain.kernel;

import anima.brain.language.Decision;

/** What became of a {@link Request}. */
public sealed interface Outcome {

  /** The model has answered. */
  record Decided(Decision decision) implements Outcome {}

  /** There will be no answer; {@code reason} is one sentence. */
  record GivenUp(Cause cause, String reason) implements Outcome {}

  /** The closed set of reasons for having no answer. */
  enum Cause {
    /** The asker no longer wants it. */
    CANCELLED,
    /** It waited longer than its patience. */
    TOO_LATE,
    /** The queue was full of more urgent requests. */
    CROWDED_OUT,
    /** The model failed. */
    FAILED
  }
}
